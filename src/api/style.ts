/** How the page that tells the API looks. */
export const DOCS_STYLE = `:root { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1f2329; background: #fff; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
a { color: #0b57b7; }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid #0b57b7; outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
nav ul { padding-left: 1.2rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #d0d3d9; }
h3 { margin: 1rem 0 0.25rem; font-size: 1rem; }
details { border: 1px solid #d0d3d9; border-radius: 6px; margin: 0.5rem 0; padding: 0 0.75rem; }
details[open] { padding-bottom: 0.75rem; }
summary { padding: 0.5rem 0; cursor: pointer; }
summary code { font-weight: 600; margin-right: 0.5rem; }
code, pre { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; font-size: 0.875rem; }
pre { background: #f4f5f7; border-radius: 6px; padding: 0.75rem; max-height: 24rem; overflow: auto; white-space: pre-wrap; margin: 0.25rem 0; }
dl { margin: 0; }
dt { margin-top: 0.5rem; }
dd { margin-left: 1.25rem; }
dd p { margin: 0.25rem 0; }
`;
