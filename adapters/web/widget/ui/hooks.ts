import { useEffect, useState } from "preact/hooks";
import type { Desk, Model } from "../link/desk.ts";

/** The model, drawn again when it changes. */
export function useModel(desk: Desk): Model {
  const [model, setModel] = useState(desk.model.get());
  useEffect(() => {
    setModel(desk.model.get());
    return desk.model.subscribe(() => setModel(desk.model.get()));
  }, [desk]);
  return model;
}

/** Whole seconds until a moment, counting down; 0 when it has passed. */
export function useCountdown(until: number | undefined): number {
  const left = (): number => Math.max(0, Math.ceil(((until ?? 0) - Date.now()) / 1_000));
  const [seconds, setSeconds] = useState(left());
  useEffect(() => {
    setSeconds(left());
    if (until === undefined) return;
    const timer = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}

/** True only after `isSo` has lasted: a banner for a hiccup would only worry people. */
export function useLasting(isSo: boolean, ms: number): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    setHasLasted(false);
    if (!isSo) return;
    const timer = setTimeout(() => setHasLasted(true), ms);
    return () => clearTimeout(timer);
  }, [isSo, ms]);
  return isSo && hasLasted;
}
