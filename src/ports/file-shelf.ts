/** Where the bytes of relayed files wait until they are shown on the other side; sealed on disk. */
export interface FileShelf {
  /** Durable once it resolves; the same id again takes the place of the bytes. @param id letters, digits, `-` and `.` */
  keep(id: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is none. */
  read(id: string): Promise<Uint8Array | undefined>;
  drop(id: string): Promise<void>;
  /** Every id there is: what no message on its way names is dropped at the start. */
  list(): Promise<readonly string[]>;
}
