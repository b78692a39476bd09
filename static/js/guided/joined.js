// Somebody has joined: a session that waited in this browser is theirs by now.

import { forget } from "./trial.js";

forget();
