import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Vite asks for a default export. The server serves `dist/console` under /console/ and answers unknown paths there with index.html.
export default defineConfig({
  root: new URL(".", import.meta.url).pathname,
  base: "/console/",
  plugins: [react()],
  // Small pictures as data: addresses would need a hole in the content security policy.
  build: { outDir: "../dist/console", emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
});
