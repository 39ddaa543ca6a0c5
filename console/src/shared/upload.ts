import type { UploadWatch } from "./api.ts";

/** What a server said, however it was asked. */
export interface Heard {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
}

/** Slow lines take their time over ten megabytes. */
const GIVE_UP_AFTER_MS = 300_000;

/** Posts a file as it is; undefined when no answer came. XMLHttpRequest, because fetch does not tell how far an upload is. */
export function post(path: string, file: Blob, { onProgress, signal }: UploadWatch): Promise<Heard | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const end = (heard: Heard | undefined): void => {
      signal.removeEventListener("abort", abort);
      resolve(heard);
    };
    const abort = (): void => request.abort();
    request.open("POST", path);
    request.timeout = GIVE_UP_AFTER_MS;
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () =>
      end({
        status: request.status,
        headers: { get: (name) => request.getResponseHeader(name) },
        text: request.responseText,
      });
    request.onerror = request.ontimeout = request.onabort = () => end(undefined);
    signal.addEventListener("abort", abort);
    if (signal.aborted) return end(undefined);
    request.send(file);
  });
}
