import type { ThemeConfig } from "antd";

/** One accent colour on white; greys dark enough for AA, placeholders included. The same values stand in style.css. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#0f6b5f",
    colorLink: "#0f6b5f",
    colorText: "#1c2422",
    colorTextSecondary: "#4a5552",
    colorTextTertiary: "#5b6663",
    colorTextDescription: "#5b6663",
    colorTextPlaceholder: "#66706d",
    colorBorder: "#c3ccc9",
    colorBorderSecondary: "#e3e8e6",
    colorError: "#b42318",
    colorSuccess: "#0f6b5f",
    colorWarning: "#8a5a00",
    // What is made of a dark warning colour is mud; these are the remark's own.
    colorWarningBg: "#fff8e3",
    colorWarningBorder: "#e6cf8f",
    borderRadius: 8,
    fontFamily: '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  },
};

/** For those who ask for nothing to move: shortened by style alone, what opens would stay where it is measured, out of sight. */
export const calmTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } };
