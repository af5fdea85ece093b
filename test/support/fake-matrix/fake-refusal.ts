/** A refusal of the fake homeserver. */
export class FakeRefusal extends Error {
  override readonly name = "FakeRefusal";
  readonly status: number;
  readonly errcode: string;

  constructor(status: number, errcode: string) {
    super(errcode);
    this.status = status;
    this.errcode = errcode;
  }
}
