export function KnowledgePage(_: { readonly route: unknown }) {
  return <p />;
}
