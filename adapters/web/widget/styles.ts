/** Puts a style sheet on a shadow root. Constructed sheets need no `style-src` of the page; older browsers get an element. */
export function wear(root: ShadowRoot, text: string): void {
  if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const style = document.createElement("style");
  style.textContent = text;
  root.append(style);
}
