#include "host_web/web_host.h"

#include <imgui.h>

#include <cstring>
#include <ctime>
#include <utility>
#include <vector>

#include "host_web/browser.h"
#include "reader/text_layer.h"

namespace broadsheet::host_web {

namespace {

constexpr char separator = '\x1f';

// Appends a text to the texts of one call to the browser. JavaScript splits them at the separator,
// so no text may contain it.
void append_text(std::string& texts, std::string_view text, bool first) {
    if (!first) texts += separator;
    for (const char c : text) texts += c == separator ? ' ' : c;
}

std::string width_key(const layout::TextMeasure::Word& word) {
    std::string key(reinterpret_cast<const char*>(&word.font), sizeof word.font);
    key += word.text;
    return key;
}

}  // namespace

void WebMeasure::measure(std::span<Word> words) {
    // Each text is measured only once, even if it occurs many times, such as the spaces of a page.
    std::string texts;
    std::vector<unsigned short> fonts;
    std::vector<float*> asked;
    std::vector<std::pair<Word*, const float*>> answered;
    answered.reserve(words.size());
    for (Word& word : words) {
        const auto [known, is_new] = widths_.try_emplace(width_key(word), 0.0F);
        answered.emplace_back(&word, &known->second);
        if (!is_new) continue;
        append_text(texts, word.text, asked.empty());
        fonts.push_back(word.font);
        asked.push_back(&known->second);
    }
    if (!asked.empty()) {
        std::vector<float> answers(asked.size());
        browser_measure(texts.data(), texts.size(), fonts.data(), answers.data(),
                        static_cast<int>(answers.size()));
        for (std::size_t i = 0; i < asked.size(); ++i) *asked[i] = answers[i];
    }
    for (const auto& [word, width] : answered) word->width = *width;
}

void WebMeasure::measure_formulas(std::span<const Formula> formulas) {
    std::string texts;
    std::vector<layout::FormulaSize*> asked;
    std::vector<std::pair<const Formula*, const layout::FormulaSize*>> answered;
    for (const Formula& formula : formulas) {
        const page::Node& node = *formula.node;
        const char* kind = node.style == page::Style::formula_display ? "1"
                           : node.ordered                             ? "2"
                                                                      : "0";
        std::string text;
        append_text(text, reader::css_number(formula.size), true);
        append_text(text, kind, false);
        append_text(text, page::formula_content(node), false);
        const auto [known, is_new] = formulas_.try_emplace(text);
        answered.emplace_back(&formula, &known->second);
        if (!is_new) continue;
        if (!asked.empty()) texts += separator;
        texts += text;
        asked.push_back(&known->second);
    }
    if (!asked.empty()) {
        std::vector<float> sizes(3 * asked.size());
        browser_measure_formulas(texts.data(), texts.size(), sizes.data(),
                                 static_cast<int>(asked.size()));
        for (std::size_t i = 0; i < asked.size(); ++i) {
            *asked[i] = {sizes[3 * i], sizes[3 * i + 1], sizes[3 * i + 2]};
        }
    }
    for (const auto& [formula, size] : answered) *formula->answer = *size;
}

float WebMeasure::baseline(layout::FontId font, float line_height) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &line_height, sizeof bits);
    const std::uint64_t key = (static_cast<std::uint64_t>(font) << 32U) | bits;
    const auto known = baselines_.find(key);
    if (known != baselines_.end()) return known->second;
    const auto answer =
        static_cast<float>(browser_baseline(font, static_cast<double>(line_height)));
    baselines_.emplace(key, answer);
    return answer;
}

std::vector<std::uint32_t> WebMeasure::word_ends(std::string_view text) {
    const auto known = word_ends_.find(std::string(text));
    if (known != word_ends_.end()) return known->second;
    std::vector<std::uint32_t> ends(text.size());
    ends.resize(static_cast<std::size_t>(browser_word_ends(text.data(), text.size(), ends.data())));
    word_ends_.emplace(text, ends);
    return ends;
}

void WebMeasure::forget() {
    widths_.clear();
    formulas_.clear();
    baselines_.clear();
}

void WebMeasure::font_added(layout::FontId id, const layout::Font& font) {
    browser_font(id, static_cast<int>(font.family), static_cast<double>(font.size), font.weight,
                 font.italic ? 1 : 0, static_cast<double>(font.tracking), font.upper ? 1 : 0);
}

model::Day WebHost::today() {
    const int day = browser_today();
    return {day / 10000, day / 100 % 100, day % 100};
}

std::int64_t WebHost::now() { return static_cast<std::int64_t>(std::time(nullptr)); }

void WebHost::fetch(int request, std::string_view file) {
    browser_fetch(request, file.data(), file.size());
}

void WebHost::request_frame() { browser_request_frame(); }

void WebHost::request_step(bool when_idle) { browser_request_step(when_idle ? 1 : 0); }

void WebHost::show_address(std::string_view path, std::string_view fragment,
                           reader::AddressChange change) {
    browser_show_address(path.data(), path.size(), fragment.data(), fragment.size(),
                         static_cast<int>(change));
}

void WebHost::show_document(std::string_view title, std::string_view language, bool right_to_left,
                            std::string_view head) {
    if (language != language_) measure_.forget();
    language_ = language;
    browser_show_document(title.data(), title.size(), language.data(), language.size(),
                          right_to_left ? 1 : 0, head.data(), head.size());
}

void WebHost::leave(std::string_view target) { browser_leave(target.data(), target.size()); }

void WebHost::give_up(std::string_view reason) { browser_give_up(reason.data(), reason.size()); }

void WebHost::keep_settings(std::string_view settings) {
    browser_keep_settings(settings.data(), settings.size());
}

void WebHost::mark_section(std::string_view fragment) {
    browser_mark_section(fragment.data(), fragment.size());
}

void WebHost::set_phrases(std::string_view words) {
    browser_set_phrases(words.data(), words.size());
}

void WebHost::show_loading(bool loading) { browser_show_loading(loading ? 1 : 0); }

void WebHost::page_changed(std::string_view title) {
    browser_page_changed(title.data(), title.size());
}

void WebHost::scroll_to(float y) { browser_scroll_to(static_cast<double>(y)); }

void WebHost::scroll_to_fragment(std::string_view fragment) {
    browser_scroll_to_fragment(fragment.data(), fragment.size());
}

void WebHost::search(std::string_view root, const search::Request& request) {
    const std::string text = search::write_request(request);
    browser_search_for(root.data(), root.size(), text.data(), text.size());
}

void WebHost::patch_text_layer(std::string_view operations) {
    browser_patch_text_layer(operations.data(), operations.size());
}

void WebHost::place_canvas(const reader::CanvasArea& area) {
    browser_place_canvas(static_cast<double>(area.left), static_cast<double>(area.top),
                         static_cast<double>(area.width), static_cast<double>(area.height),
                         static_cast<double>(area.device_pixel_ratio));
}

void WebHost::resize_atlas(int width, int height) { browser_resize_atlas(width, height); }

void WebHost::raster(std::span<const reader::RasterWord> words, int y, int height) {
    std::string texts;
    std::vector<unsigned short> fonts;
    std::vector<unsigned> colors;
    std::vector<float> positions;
    for (const reader::RasterWord& word : words) {
        append_text(texts, word.text, fonts.empty());
        // The highest bit marks right-to-left words.
        const unsigned direction = word.right_to_left ? 0x8000U : 0U;
        fonts.push_back(static_cast<unsigned short>(word.font | direction));
        colors.push_back(word.color);
        positions.push_back(word.x);
        positions.push_back(word.baseline);
    }
    browser_raster(texts.data(), texts.size(), fonts.data(), colors.data(), positions.data(),
                   static_cast<int>(fonts.size()), y, height);
}

void WebHost::load_picture(int id, std::string_view target, int width, int height) {
    browser_load_picture(id, target.data(), target.size(), width, height);
}

void WebHost::drop_picture(int id) { browser_drop_picture(id); }

bool WebHost::reduces_motion() { return browser_reduces_motion() != 0; }

void WebHost::present(const ImDrawData& data, std::uint32_t ground) {
    // Combines all lists in one pair of buffers: one upload, then one draw call for each change of
    // texture or clip rectangle.
    std::vector<ImDrawVert> vertices;
    std::vector<ImDrawIdx> indices;
    std::vector<float> commands;
    for (const ImDrawList* list : data.CmdLists) {
        const auto base = static_cast<ImDrawIdx>(vertices.size());
        const auto first = static_cast<unsigned>(indices.size());
        vertices.insert(vertices.end(), list->VtxBuffer.begin(), list->VtxBuffer.end());
        for (const ImDrawIdx index : list->IdxBuffer) indices.push_back(base + index);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.ElemCount == 0) continue;
            // Offsets count elements. Floats represent them exactly below 16,777,216.
            commands.insert(commands.end(),
                            {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z,
                             command.ClipRect.w, static_cast<float>((intptr_t)command.GetTexID()),
                             static_cast<float>(first + command.IdxOffset),
                             static_cast<float>(command.ElemCount)});
        }
    }
    browser_present(vertices.data(), vertices.size() * sizeof(ImDrawVert), indices.data(),
                    indices.size() * sizeof(ImDrawIdx), commands.data(),
                    static_cast<int>(commands.size() / 7), ground);
}

void WebHost::hand_over() { browser_hand_over(); }

}  // namespace broadsheet::host_web
