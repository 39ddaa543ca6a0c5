/** The first file of a multipart/form-data body (RFC 7578); undefined when there is none. Enough for what browsers send. */
export function multipartFile(
  body: Buffer,
  contentType: string,
): { readonly name: string; readonly type: string; readonly bytes: Buffer } | undefined {
  const boundary = /boundary=(\S+)/.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const headEnd = body.indexOf("\r\n\r\n");
  const end = body.indexOf(`\r\n--${boundary}`, headEnd);
  const head = body.subarray(0, headEnd).toString();
  const name = /filename="([^"]*)"/.exec(head)?.[1];
  if (headEnd < 0 || end < 0 || name === undefined) return undefined;
  const type = /content-type: (\S+)/i.exec(head)?.[1] ?? "application/octet-stream";
  return { name, type, bytes: body.subarray(headEnd + 4, end) };
}
