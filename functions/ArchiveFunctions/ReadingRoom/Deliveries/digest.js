// Computes a file's SHA-256 in the browser and compares it with the one on the page. Nothing is sent anywhere.
"use strict";
const part = document.getElementById("digest");
const said = part.querySelector("[role=status]");
// Browsers compute digests on pages from a secure address only; without that the form stays hidden.
part.hidden = !(window.crypto && window.crypto.subtle);
document.getElementById("file").addEventListener("change", async event => {
  const file = event.target.files[0];
  if (!file) { said.textContent = ""; return; }
  said.textContent = part.dataset.reading;
  try {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const written = Array.from(digest, octet => octet.toString(16).padStart(2, "0")).join("");
    if (event.target.files[0] === file) said.textContent = written === part.dataset.digest ? part.dataset.same : part.dataset.other;
  } catch {
    said.textContent = part.dataset.failed;
  }
});
