import choices from "./css/choices.css";
import composer from "./css/composer.css";
import files from "./css/files.css";
import frame from "./css/frame.css";
import header from "./css/header.css";
import rating from "./css/rating.css";
import screens from "./css/screens.css";
import talk from "./css/talk.css";

/** The panel's style sheets, one for each part. What screens change comes last, so that it wins. */
export const panelStyles = [frame, header, talk, choices, files, rating, composer, screens].join("\n");
