#!/bin/sh
# Install Chromium for the tests of pages, where this machine lets us; say so where it does not.
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium for the tests of pages (once) …"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium fonts-dejavu fonts-liberation2; } >/dev/null 2>&1 && exit 0
fi
echo "No Chromium here: the tests of pages are SKIPPED. With it: apt install chromium"
