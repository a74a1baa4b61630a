// The fields by which other systems keep a text from readers. An unknown one would publish it.
#pragma once

#include "press/base/generator.h"
#include "press/values/value.h"

namespace broadsheet::press {

struct KeptBack {
    bool draft = false;     // not finished, or not for everybody
    bool hidden = false;    // never a page
    bool unlisted = false;  // a page, in no list and feed
};

// Reads `publish: false` (Obsidian), `status: draft` (Pelican, WordPress), `private: true`,
// `visibility: private` (Ghost), `unlisted: true` (Docusaurus), `permalink: false` (Eleventy), and
// the like.
KeptBack kept_back(const Value& table, Generator generator);

}  // namespace broadsheet::press
