/** Shares the pace that a service asks for among all processes that ask it. */

/** The right to ask one service, held by one process at a time. */
export interface Turn {
  /** A request goes out, or was answered: nobody's next one comes sooner than this from now. */
  count(paceMs: number): Promise<void>
  /** Never throws: a turn that is not given back ends by itself soon after its process. */
  release(): Promise<void>
}

export interface PaceKeeper {
  /** Resolves when nobody else has the turn and the pace allows a request; rejects with the signal's reason. */
  take(group: string, signal?: AbortSignal): Promise<Turn>
}
