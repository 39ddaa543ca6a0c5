/** What the settings of a store take, by the end of their paths. */
export const SETTING_BODIES: Readonly<Record<string, unknown>> = {
  "/settings/guard": { version: 0, value: { shipped: "off", confirm: [], block: [], allow: [], products: [] } },
  "/settings/replies": {
    version: 0,
    value: { firstReplySeconds: 60, nextReplySeconds: 60, slowReplySeconds: 60, warnAtPercent: 50, hours: "always" },
  },
  "/settings/requests": { version: 0, value: { merchant: "never", upToYuan: 0, dueMinutes: 10 } },
  "/settings/requests/restore": { version: 1, to: 0 },
  "/settings/closing": { version: 0, value: { closeAfterSilenceMinutes: 60 } },
  "/settings/closing/restore": { version: 1, to: 0 },
  "/settings/guard/restore": { version: 1, to: 0 },
  "/settings/replies/restore": { version: 1, to: 0 },
};
