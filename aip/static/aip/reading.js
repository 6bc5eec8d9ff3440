// The reading page. Without this script the text, its marks and all links are there; with it, a phrase and its fact
// light up together, and a selected phrase can be cited: by the button beside it, or by the key "c".
"use strict";

const reader = document.querySelector(".reader");
const text = reader.querySelector(".text");

// How tall each column is: the shorter one stays in view while the longer one passes.
const columns = new ResizeObserver((entries) => {
    for (const { target } of entries) target.style.setProperty("--tall", `${target.offsetHeight}px`);
});
for (const column of [text, reader.querySelector("aside")]) columns.observe(column);

function numbersOf(element) {
    const mark = element.closest("[data-citations], [data-citation]");
    if (!mark) return [];
    return (mark.dataset.citations || mark.dataset.citation).trim().split(/\s+/);
}

function light(event) {
    const numbers = new Set(numbersOf(event.target));
    for (const mark of reader.querySelectorAll("[data-citations], [data-citation]")) {
        mark.classList.toggle("active", numbersOf(mark).some((number) => numbers.has(number)));
    }
}

reader.addEventListener("mouseover", light);
reader.addEventListener("focusin", light);

const button = document.createElement("a");
button.id = "cite-selection";
button.textContent = "cite…";
button.hidden = true;
document.body.append(button);

function selected() {
    const selection = document.getSelection();
    if (!reader.dataset.cite || !selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const start = range.startContainer.parentElement.closest("[data-paragraph]");
    const quote = selection.toString().replace(/\s+/g, " ").trim();
    if (!start || !quote || !text.contains(range.endContainer)) return null;
    return { range, paragraph: start.dataset.paragraph, quote };
}

function offer() {
    const found = selected();
    button.hidden = !found;
    if (!found) return;
    const place = found.range.getBoundingClientRect();
    const query = new URLSearchParams({ paragraph: found.paragraph, quote: found.quote });
    button.href = `${reader.dataset.cite}&${query}`;
    button.style.left = `${Math.max(8, Math.min(place.left + window.scrollX, document.documentElement.clientWidth - 90))}px`;
    button.style.top = `${place.bottom + window.scrollY + 6}px`;
}

document.addEventListener("selectionchange", offer);
document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "c" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing && !button.hidden) {
        window.location.assign(button.href);
    }
});
