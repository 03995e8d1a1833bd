interface Gate {
  opened: PromiseWithResolvers<void>;
  reached: PromiseWithResolvers<void>;
}

/** Lets a test decide when a department goes on: who passes a closed gate waits until it is opened. */
export function createGates() {
  const closed = new Map<string, Gate>();
  const open = (name: string): void => {
    closed.get(name)?.opened.resolve();
    closed.delete(name);
  };
  return {
    close(name: string): void {
      closed.set(name, { opened: Promise.withResolvers(), reached: Promise.withResolvers() });
    },
    open,
    openAll(): void {
      for (const name of [...closed.keys()]) open(name);
    },
    async pass(name: string): Promise<void> {
      const gate = closed.get(name);
      gate?.reached.resolve();
      await gate?.opened.promise;
    },
    /** Resolves when somebody waits at a closed gate. */
    async reached(name: string): Promise<void> {
      await closed.get(name)?.reached.promise;
    },
  };
}
