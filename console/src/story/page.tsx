export function StoryPage(_: { readonly conversation: string }) {
  return <p />;
}
