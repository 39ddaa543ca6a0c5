/** Builds `widget.js` and `panel.js` into `outdir`. */
export function buildWidget(options: { readonly outdir: string }): Promise<void>;
