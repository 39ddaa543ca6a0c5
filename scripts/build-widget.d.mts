/** Builds `widget.js`, `panel.js` and the demo shop's `shop.css` into `outdir`. */
export function buildWidget(options: { readonly outdir: string }): Promise<void>;
