import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer, Api, Failure } from "./api.ts";
import type { Address } from "./calls.ts";
import { readAgainAfter } from "./retry.ts";
import { useApi } from "./session.tsx";

/** What was read; `failure` beside a value: it could not be read again, the value is what was known before. */
export interface Loaded<T> {
  readonly value?: T;
  readonly failure?: Failure;
  readonly reload: () => void;
}

interface Held<T> {
  readonly key: string;
  readonly value?: T;
  readonly failure?: Failure;
}

/** Reads what stands at `address` now, again on `reload`, and anew when it changes; nothing while it is undefined. */
export function useLoaded<T>(address: Address<T> | undefined): Loaded<T> {
  const read = useCallback((api: Api) => (address === undefined ? never : api.get(address)), [address]);
  return useRead(address, read);
}

/** `useRead` reads nothing without a key. */
const never = new Promise<never>(() => undefined);

/** As `useLoaded`, for what takes more than one request. `key` names what is read; `read` changes only with it. */
export function useRead<T>(key: string | undefined, read: (api: Api) => Promise<Answer<T>>): Loaded<T> {
  const api = useApi();
  const [held, setHeld] = useState<Held<T>>();
  const ask = useRef<() => void>(() => undefined);

  useEffect(() => {
    if (key === undefined) return;
    const reader = repeatedly(
      () => read(api),
      (answer) => setHeld((before) => merged(key, before, answer)),
    );
    ask.current = reader.ask;
    reader.ask();
    return reader.stop;
  }, [api, key, read]);

  const reload = useCallback(() => ask.current(), []);
  useReadAgain(held?.key === key ? held?.failure : undefined, reload);
  if (key === undefined || held?.key !== key) return { reload };
  return { ...held, reload };
}

/** Reads again by itself what could not be read for a moment: the stream may stand while a request is lost, and then nobody else asks. */
function useReadAgain(failure: Failure | undefined, reload: () => void): void {
  const tries = useRef(0);
  useEffect(() => {
    tries.current = failure === undefined ? 0 : tries.current + 1;
    const wait = failure === undefined ? undefined : readAgainAfter(failure, tries.current);
    if (wait === undefined) return undefined;
    const timer = setTimeout(reload, wait);
    addEventListener("online", reload);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", reload);
    };
  }, [failure, reload]);
}

function merged<T>(key: string, before: Held<T> | undefined, answer: Answer<T>): Held<T> {
  if (answer.type === "answer") return { key, value: answer.value };
  const known = before?.key === key && before.value !== undefined ? { value: before.value } : {};
  return { key, failure: answer.failure, ...known };
}

/**
 * Runs `read` one at a time: asked during a run, it runs once more afterwards, however often it was asked.
 * A storm of events can therefore neither flood the server nor starve the page.
 */
export function repeatedly<T>(read: () => Promise<T>, use: (result: T) => void): { ask: () => void; stop: () => void } {
  let running = false;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    running = true;
    do {
      again = false;
      const result = await read();
      if (!stopped) use(result);
    } while (again && !stopped);
    running = false;
  }

  return {
    ask: () => {
      if (running) again = true;
      else void run();
    },
    stop: () => {
      stopped = true;
    },
  };
}
