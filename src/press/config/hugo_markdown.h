// How a Hugo site's configuration changes Markdown.
#pragma once

#include "press/base/markdown_switches.h"
#include "press/config/site_config.h"
#include "press/values/value.h"

namespace broadsheet::press {

// Hugo's typographer is on unless it is disabled, and may name its marks.
void read_hugo_punctuation(const Value& table, TextConfig& text);

MarkdownSwitches hugo_switches(const Value& table);

}  // namespace broadsheet::press
