// Beside every number that is typed: what the server will read it as, so that a zero too many is seen before it is saved.
// Plain digits are told in words at once; for anything else the server is asked. The form needs none of this.
"use strict";

const STEPS = [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]];
const PATIENCE = 150; // milliseconds without a key before the server is asked

function inWords(text) {
    const number = Number(text);
    const step = STEPS.find(([size]) => number >= size);
    if (!step) return number >= 10000 ? number.toLocaleString("en") : "";
    return `${(number / step[0]).toLocaleString("en", { maximumFractionDigits: 6 })} ${step[1]}`;
}

function beside(input) {
    const next = input.nextElementSibling;
    if (next && next.tagName === "OUTPUT") return next;
    const output = document.createElement("output");
    output.className = "in-words";
    input.after(output);
    return output;
}

function unitOf(input) {
    const other = input.form.elements[input.name.replace(/\w+$/, input.dataset.unitInput)];
    return input.dataset.unit || (other ? other.value.trim() : "");
}

function tell(input, words, refused = false) {
    const output = beside(input);
    output.textContent = words;
    output.classList.toggle("refused", refused);
}

async function ask(input, text) {
    const unit = unitOf(input);
    const answer = await fetch(`${input.dataset.reader}?${new URLSearchParams({ text, unit })}`);
    if (!answer.ok || input.value.trim() !== text) return; // signed out, or typed on
    const { number, refused } = await answer.json();
    tell(input, refused || `= ${number} ${unit}`, Boolean(refused));
}

function say(input) {
    const text = input.value.trim();
    clearTimeout(input.asking);
    if (/^\d*$/.test(text) || /^\d+\.(\d{1,2}|\d{4,})$/.test(text)) return tell(input, text && inWords(text));
    input.asking = setTimeout(() => ask(input, text), PATIENCE);
}

const NUMBERS = "input.vNumberField";

document.addEventListener("input", (event) => {
    if (event.target.matches(NUMBERS)) return say(event.target);
    if (/(currency|unit)$/.test(event.target.name)) event.target.form.querySelectorAll(NUMBERS).forEach(say);
});
document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(NUMBERS).forEach(say));
