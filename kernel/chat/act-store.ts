/** An act that was received and is not done: its process died, or it could not be carried out. */
export interface OpenAct {
  id: string;
  /** What came, as the adapter read it. */
  incoming: unknown;
  /** Times it was taken up again, this one included. */
  attempts: number;
}

/** The act was not begun, since an earlier one of the same person waits; it is taken up again after that one. */
export class BehindAnother extends Error {
  override name = 'BehindAnother';
}

/**
 * Keeps a platform's acts from their arrival until their answers were shown, so that an act that was acknowledged
 * survives the death of the process.
 */
export interface ActStore {
  /**
   * Stores an act before the platform is told that it arrived; false if the same came before. Rejects if it could not
   * be stored: it must then not be acknowledged, so that it comes again.
   */
  receive(id: string, incoming: unknown): Promise<boolean>;
  /** Notes that an act was carried out and that its answer was shown or queued. */
  done(id: string): void;
  /**
   * Notes why an act failed, before the next one of that person begins: if nothing of it was done since the store was
   * away, or since it was behind another one itself, later acts of that person wait for it.
   */
  holdUp(id: string, error: unknown): void;
  /** Whether an earlier act of the same person waits, so that this one has to as well. */
  isBehind(id: string): boolean;
  /** Lets an act that could not be carried out wait for `ms`. */
  putOff(id: string, ms: number): void;
  /** Ends an act that failed too often, and tells the admins of it. */
  giveUp(id: string, error: unknown): void;
  /** Takes up the acts that nobody carries out, in the order they came. */
  takeOpen(): Promise<OpenAct[]>;
}
