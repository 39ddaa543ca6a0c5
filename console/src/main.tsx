import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { LanguageProvider } from "./shared/language.tsx";
import "./shared/style.css";
import "./shared/shell.css";

const root = document.getElementById("root");
if (root === null) throw new Error("console/index.html has no element #root: put it back");
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </StrictMode>,
);
