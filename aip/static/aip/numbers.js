// Beside every number that is typed: what it is in words, so that a zero too many is seen. The form needs none of this.
"use strict";

const STEPS = [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]];

function inWords(text) {
    if (!/^\d+(\.\d+)?$/.test(text)) return "";
    const number = Number(text);
    const step = STEPS.find(([size]) => number >= size);
    if (!step) return number >= 10000 ? number.toLocaleString("en") : "";
    return `${(number / step[0]).toLocaleString("en", { maximumFractionDigits: 6 })} ${step[1]}`;
}

function say(input) {
    let output = input.nextElementSibling;
    if (!output || output.tagName !== "OUTPUT") {
        output = document.createElement("output");
        output.className = "in-words";
        input.after(output);
    }
    output.textContent = inWords(input.value.trim());
}

document.addEventListener("input", (event) => event.target.matches(".vNumberField") && say(event.target));
document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("input.vNumberField").forEach(say));
