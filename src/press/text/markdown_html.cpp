#include "press/text/markdown_html.h"

#include <utility>

#include "press/html/entity.h"
#include "press/html/html.h"
#include "press/text/markdown_sink.h"
#include "press/text/raw_html.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

// Removes all spans from `open` to `close`.
void remove_spans(std::string& text, std::string_view open, std::string_view close) {
    std::string_view rest = text;
    std::string kept;
    while (true) {
        const auto start = rest.find(open);
        if (start == std::string_view::npos) break;
        const auto end = rest.find(close, start + open.size());
        if (end == std::string_view::npos) break;
        kept += rest.substr(0, start);
        rest.remove_prefix(end + close.size());
    }
    if (rest.size() == text.size()) return;
    kept += rest;
    text = std::move(kept);
}

// Removes processing instructions and CDATA. Markdown supports them, but HTML parsers end them at
// the first '>'.
void remove_instructions(std::string& html) {
    remove_spans(html, "<?", "?>");
    remove_spans(html, "<![CDATA[", "]]>");
}

// True for "<!DOCTYPE html>" and the like. In a sentence, it is something that the author writes
// about.
bool is_declaration(std::string_view html) {
    return html.starts_with("<!") && html.size() > 2 && strings::is_letter(html[2]);
}

// Writes no white space between blocks, so that all white space comes from the author.
class HtmlSink final : public MarkdownSink {
  public:
    explicit HtmlSink(HtmlProblems& problems) : problems_(problems) {}

    void enter_block(MD_BLOCKTYPE type, void* detail) override {
        end_running_text();
        switch (type) {
            case MD_BLOCK_DOC: return;
            case MD_BLOCK_HTML:
                in_html_block_ = true;
                raw_.clear();
                return;
            case MD_BLOCK_QUOTE: out_ += "<blockquote>"; return;
            case MD_BLOCK_UL:
                open_list("ul", static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0, 1);
                return;
            case MD_BLOCK_OL: {
                const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
                open_list("ol", list.is_tight != 0, list.start);
                return;
            }
            case MD_BLOCK_LI: open_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail)); return;
            case MD_BLOCK_HR: out_ += "<hr>"; return;
            case MD_BLOCK_H:
                out_ += "<h" + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level) + ">";
                return;
            case MD_BLOCK_CODE:
                out_ += "<pre";
                add_attribute(info_attribute,
                              text_of(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->info));
                // HTML parsers drop a line feed right after <pre>, but not after <code>.
                out_ += "><code>";
                return;
            case MD_BLOCK_P: out_ += "<p>"; return;
            case MD_BLOCK_TABLE: out_ += "<table>"; return;
            case MD_BLOCK_THEAD: out_ += "<thead>"; return;
            case MD_BLOCK_TBODY: out_ += "<tbody>"; return;
            case MD_BLOCK_TR: out_ += "<tr>"; return;
            case MD_BLOCK_TH: open_cell("th", *static_cast<MD_BLOCK_TD_DETAIL*>(detail)); return;
            case MD_BLOCK_TD: open_cell("td", *static_cast<MD_BLOCK_TD_DETAIL*>(detail)); return;
        }
    }

    void leave_block(MD_BLOCKTYPE type, void* detail) override {
        end_running_text();
        switch (type) {
            case MD_BLOCK_DOC:
            case MD_BLOCK_HR: return;
            case MD_BLOCK_HTML:
                in_html_block_ = false;
                remove_instructions(raw_);
                blocks_.emplace_back(out_.size(), out_.size() + raw_.size());
                out_ += raw_;
                return;
            case MD_BLOCK_QUOTE: out_ += "</blockquote>"; return;
            case MD_BLOCK_UL: out_ += "</ul>"; return;
            case MD_BLOCK_OL: out_ += "</ol>"; return;
            case MD_BLOCK_LI: out_ += "</li>"; return;
            case MD_BLOCK_H:
                out_ +=
                    "</h" + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level) + ">";
                return;
            case MD_BLOCK_CODE: out_ += "</code></pre>"; return;
            case MD_BLOCK_P: out_ += "</p>"; return;
            case MD_BLOCK_TABLE: out_ += "</table>"; return;
            case MD_BLOCK_THEAD: out_ += "</thead>"; return;
            case MD_BLOCK_TBODY: out_ += "</tbody>"; return;
            case MD_BLOCK_TR: out_ += "</tr>"; return;
            case MD_BLOCK_TH: out_ += "</th>"; return;
            case MD_BLOCK_TD: out_ += "</td>"; return;
        }
    }

    void enter_span(MD_SPANTYPE type, void* detail) override {
        if (image_depth_ > 0) {
            if (type == MD_SPAN_IMG) ++image_depth_;
            return;
        }
        switch (type) {
            case MD_SPAN_EM: out_ += "<em>"; return;
            case MD_SPAN_STRONG: out_ += "<strong>"; return;
            case MD_SPAN_DEL: out_ += "<del>"; return;
            case MD_SPAN_U: out_ += "<u>"; return;
            case MD_SPAN_CODE: out_ += "<code>"; return;
            case MD_SPAN_A: {
                const auto& link = *static_cast<MD_SPAN_A_DETAIL*>(detail);
                out_ += "<a href=\"";
                append_escaped(out_, text_of(link.href));
                out_ += '"';
                add_attribute("title", text_of(link.title));
                out_ += '>';
                return;
            }
            case MD_SPAN_IMG: {
                const auto& image = *static_cast<MD_SPAN_IMG_DETAIL*>(detail);
                out_ += "<img src=\"";
                append_escaped(out_, text_of(image.src));
                out_ += '"';
                add_attribute("title", text_of(image.title));
                out_ += " alt=\"";
                image_depth_ = 1;
                return;
            }
            case MD_SPAN_LATEXMATH:
            case MD_SPAN_LATEXMATH_DISPLAY:
            case MD_SPAN_WIKILINK: return;
        }
    }

    void leave_span(MD_SPANTYPE type, void*) override {
        if (image_depth_ > 0) {
            if (type == MD_SPAN_IMG && --image_depth_ == 0) out_ += "\">";
            return;
        }
        switch (type) {
            case MD_SPAN_EM: out_ += "</em>"; return;
            case MD_SPAN_STRONG: out_ += "</strong>"; return;
            case MD_SPAN_DEL: out_ += "</del>"; return;
            case MD_SPAN_U: out_ += "</u>"; return;
            case MD_SPAN_CODE: out_ += "</code>"; return;
            case MD_SPAN_A: out_ += "</a>"; return;
            default: return;
        }
    }

    void text(MD_TEXTTYPE type, std::string_view text) override {
        switch (type) {
            case MD_TEXT_HTML: put_html(text); return;
            case MD_TEXT_NULLCHAR: out_ += "\xEF\xBF\xBD"; return;
            case MD_TEXT_ENTITY: append_escaped(out_, decode_entity(text)); return;
            case MD_TEXT_SOFTBR: out_ += '\n'; return;
            case MD_TEXT_BR: out_ += image_depth_ > 0 ? "\n" : "<br>"; return;
            default: append_escaped(out_, text);
        }
    }

    std::string take() {
        end_running_text();
        repair_blocks(out_, blocks_, problems_);
        return std::move(out_);
    }

  private:
    // Repairs the author's tags in the text of the block that ends here.
    void end_running_text() {
        if (tags_.empty()) return;
        const std::size_t start = tags_.front().first;
        // A tag is never before the first one, but the letter before it counts.
        const std::size_t begin = start == 0 ? 0 : start - 1;
        for (auto& [from, to] : tags_) {
            from -= begin;
            to -= begin;
        }
        const std::string repaired =
            repair_running_text(std::string_view(out_).substr(begin), tags_, problems_);
        out_.replace(begin, std::string::npos, repaired);
        tags_.clear();
    }

    void put_html(std::string_view text) {
        if (in_html_block_) {
            raw_ += text;
        } else if (image_depth_ == 0 && is_declaration(text)) {
            append_escaped(out_, text);
        } else if (image_depth_ == 0) {
            std::string html(text);
            remove_instructions(html);
            if (!tags_.empty() && tags_.back().second == out_.size()) {
                tags_.back().second += html.size();
            } else {
                tags_.emplace_back(out_.size(), out_.size() + html.size());
            }
            out_ += html;
        }
    }

    void add_attribute(std::string_view name, const std::string& value) {
        if (value.empty()) return;
        out_ += ' ';
        out_ += name;
        out_ += "=\"";
        append_escaped(out_, value);
        out_ += '"';
    }

    void open_list(std::string_view name, bool tight, unsigned start) {
        out_ += '<';
        out_ += name;
        add_attribute(tight_attribute, tight ? "1" : "0");
        if (start != 1) add_attribute("start", std::to_string(start));
        out_ += '>';
    }

    void open_item(const MD_BLOCK_LI_DETAIL& detail) {
        out_ += "<li";
        if (detail.is_task != 0) {
            add_attribute(task_attribute, detail.task_mark == ' ' ? "open" : "done");
        }
        out_ += '>';
    }

    void open_cell(std::string_view name, const MD_BLOCK_TD_DETAIL& detail) {
        out_ += '<';
        out_ += name;
        if (detail.align == MD_ALIGN_LEFT) add_attribute("align", "left");
        if (detail.align == MD_ALIGN_CENTER) add_attribute("align", "center");
        if (detail.align == MD_ALIGN_RIGHT) add_attribute("align", "right");
        out_ += '>';
    }

    HtmlProblems& problems_;
    std::string out_;
    RawRanges blocks_;  // the author's HTML blocks in out_
    RawRanges tags_;    // the author's tags in the running text since the last block
    std::string raw_;   // of the HTML block that is open
    bool in_html_block_ = false;
    int image_depth_ = 0;
};

}  // namespace

std::string markdown_to_html(std::string_view text, HtmlProblems& problems, bool marks_signs,
                             bool hard_breaks) {
    HtmlSink sink(problems);
    sink.marks_signs = marks_signs;
    sink.hard_breaks = hard_breaks;
    const std::string escaped = escape_endless_blocks(text, problems);
    run_markdown(escaped, sink);
    return sink.take();
}

std::string inline_markdown_to_html(std::string_view text) {
    constexpr std::string_view open = "<p>";
    constexpr std::string_view close = "</p>";
    HtmlProblems ignored;
    std::string html = markdown_to_html(text, ignored);
    const std::string_view inner = strings::trimmed(html, " \t\r\n");
    const bool single = inner.starts_with(open) && inner.ends_with(close) &&
                        inner.find(open, 1) == std::string_view::npos;
    if (!single) return html;
    return std::string(inner.substr(open.size(), inner.size() - open.size() - close.size()));
}

}  // namespace broadsheet::press
