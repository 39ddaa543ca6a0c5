import { useEffect, useState } from "react";
import { useApi } from "./session.tsx";

/** The server's time, ticking once a second, in milliseconds. */
export function useNow(): number {
  const api = useApi();
  const [now, setNow] = useState(() => Date.now() + api.clockOffset());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + api.clockOffset()), 1_000);
    return () => clearInterval(timer);
  }, [api]);
  return now;
}
