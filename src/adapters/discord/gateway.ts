/** An event as the gateway tells it: its name and its data, of whatever shape. */
export interface Dispatch {
  /** As `MESSAGE_CREATE`. */
  readonly type: string;
  readonly data: unknown;
  readonly shard: number;
}

/** Who is told of what the gateway says. Nothing of it throws. */
export interface GatewayListener {
  /** Called in the order of arrival, before anything is waited for: acknowledgements begin in it. */
  readonly hear: (dispatch: Dispatch) => void;
  /** The connection is over for good: a KnownError with the remedy. */
  readonly fail: (cause: unknown) => void;
}

/** The connection to the gateway: one in this process, or that of several shard processes. */
export interface Gateway {
  /** False once the intent Message Content was refused; undefined when all went as asked. */
  readonly hasMessageContent?: boolean | undefined;
  /**
   * Resolves once every shard was welcomed.
   * @throws KnownError with the remedy when that will not be
   */
  start(listener: GatewayListener): Promise<void>;
  stop(): Promise<void>;
}
