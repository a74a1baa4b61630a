#include "press/text/markdown.h"

#include <optional>
#include <utility>

#include "press/html/document_builder.h"
#include "press/html/entity.h"
#include "press/html/html.h"
#include "press/text/markdown_html.h"
#include "press/text/markdown_sink.h"
#include "press/text/raw_html.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

model::Alignment alignment_of(MD_ALIGN align) {
    switch (align) {
        case MD_ALIGN_LEFT: return model::Alignment::left;
        case MD_ALIGN_CENTER: return model::Alignment::center;
        case MD_ALIGN_RIGHT: return model::Alignment::right;
        case MD_ALIGN_DEFAULT: break;
    }
    return model::Alignment::none;
}

model::Task task_of(const MD_BLOCK_LI_DETAIL& detail) {
    if (detail.is_task == 0) return model::Task::none;
    return detail.task_mark == ' ' ? model::Task::open : model::Task::done;
}

// Builds the document directly. Stops at the first raw HTML, because the text then needs the route
// through HTML.
class DocumentSink final : public MarkdownSink {
  public:
    explicit DocumentSink(bool ignore_html) : ignore_html_(ignore_html) {}

    void enter_block(MD_BLOCKTYPE type, void* detail) override {
        switch (type) {
            case MD_BLOCK_DOC: return;
            case MD_BLOCK_HTML: enter_html(); return;
            case MD_BLOCK_QUOTE: builder_.open(make_node(NodeKind::block_quote)); return;
            case MD_BLOCK_UL: {
                Node node = make_node(NodeKind::list);
                node.tight = static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0;
                builder_.open(std::move(node));
                return;
            }
            case MD_BLOCK_OL: {
                const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
                Node node = make_node(NodeKind::list);
                node.ordered = true;
                node.number = static_cast<int>(list.start);
                node.tight = list.is_tight != 0;
                builder_.open(std::move(node));
                return;
            }
            case MD_BLOCK_LI: {
                Node node = make_node(NodeKind::list_item);
                node.task = task_of(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
                builder_.open(std::move(node));
                return;
            }
            case MD_BLOCK_HR: builder_.add(make_node(NodeKind::thematic_break)); return;
            case MD_BLOCK_H: {
                Node node = make_node(NodeKind::heading);
                node.level =
                    static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
                builder_.open(std::move(node));
                return;
            }
            case MD_BLOCK_CODE: {
                Node node = make_node(NodeKind::code_block);
                node.info = text_of(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->info);
                builder_.open(std::move(node));
                in_own_text_ = true;
                return;
            }
            case MD_BLOCK_P: builder_.open(make_node(NodeKind::paragraph)); return;
            case MD_BLOCK_TABLE: builder_.open(make_node(NodeKind::table)); return;
            case MD_BLOCK_THEAD: builder_.open(make_node(NodeKind::table_head)); return;
            case MD_BLOCK_TBODY: builder_.open(make_node(NodeKind::table_body)); return;
            case MD_BLOCK_TR: builder_.open(make_node(NodeKind::table_row)); return;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD: {
                Node node = make_node(NodeKind::table_cell);
                node.heading_cell = type == MD_BLOCK_TH;
                node.alignment = alignment_of(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
                builder_.open(std::move(node));
                return;
            }
        }
    }

    void leave_block(MD_BLOCKTYPE type, void*) override {
        if (type == MD_BLOCK_HTML) leave_html();
        if (type == MD_BLOCK_DOC || type == MD_BLOCK_HTML || type == MD_BLOCK_HR) return;
        if (type == MD_BLOCK_CODE) in_own_text_ = false;
        builder_.close();
    }

    void enter_span(MD_SPANTYPE type, void* detail) override {
        if (image_depth_ > 0) {
            // Of markup inside alternative text, only the text is kept.
            if (type == MD_SPAN_IMG) ++image_depth_;
            return;
        }
        switch (type) {
            case MD_SPAN_EM: builder_.open(make_node(NodeKind::emphasis)); return;
            case MD_SPAN_STRONG: builder_.open(make_node(NodeKind::strong)); return;
            case MD_SPAN_DEL: builder_.open(make_node(NodeKind::strikethrough)); return;
            case MD_SPAN_U: builder_.open(make_node(NodeKind::underline)); return;
            case MD_SPAN_CODE:
                builder_.open(make_node(NodeKind::code));
                in_own_text_ = true;
                return;
            case MD_SPAN_A: {
                const auto& link = *static_cast<MD_SPAN_A_DETAIL*>(detail);
                Node node = make_node(NodeKind::link);
                node.target = text_of(link.href);
                node.title = text_of(link.title);
                builder_.open(std::move(node));
                return;
            }
            case MD_SPAN_IMG: {
                const auto& image = *static_cast<MD_SPAN_IMG_DETAIL*>(detail);
                Node node = make_node(NodeKind::image);
                node.target = text_of(image.src);
                node.title = text_of(image.title);
                builder_.open(std::move(node));
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
            if (type != MD_SPAN_IMG) return;
            if (--image_depth_ > 0) return;
        }
        if (type == MD_SPAN_CODE) in_own_text_ = false;
        builder_.close();
    }

    void text(MD_TEXTTYPE type, std::string_view text) override {
        switch (type) {
            case MD_TEXT_HTML:
                found_html();
                if (in_html_) html_ += text;
                return;
            case MD_TEXT_NULLCHAR: put("\xEF\xBF\xBD"); return;
            case MD_TEXT_ENTITY: put(decode_entity(text)); return;
            case MD_TEXT_SOFTBR: put("\n"); return;
            case MD_TEXT_BR:
                if (image_depth_ > 0) {
                    put("\n");
                } else {
                    builder_.add(make_node(NodeKind::line_break));
                }
                return;
            default: put(text);
        }
    }

    bool stopped_at_html() const { return stopped_at_html_; }
    model::Document finish() { return builder_.finish(); }

  private:
    void put(std::string_view text) {
        if (in_own_text_ || image_depth_ > 0) {
            builder_.add_own_text(text);
        } else {
            builder_.add_text(text);
        }
    }

    // Of an HTML block that is ignored, the words stay.
    void enter_html() {
        found_html();
        in_html_ = true;
        html_.clear();
    }

    void leave_html() {
        in_html_ = false;
        const std::string words = text_without_tags(html_);
        if (words.find_first_not_of(" \t\n") == std::string::npos) return;
        builder_.open(make_node(NodeKind::paragraph));
        builder_.add_text(words);
        builder_.close();
    }

    void found_html() {
        if (ignore_html_) return;
        stopped_at_html_ = true;
        stop = true;
    }

    DocumentBuilder builder_;
    bool ignore_html_;
    bool stopped_at_html_ = false;
    bool in_own_text_ = false;
    bool in_html_ = false;
    std::string html_;  // of the HTML block that is open
    int image_depth_ = 0;
};

std::optional<model::Document> parse_directly(std::string_view text, bool ignore_html,
                                              const MarkdownOptions& options) {
    DocumentSink sink(ignore_html);
    sink.marks_signs = options.marks_signs;
    sink.hard_breaks = options.hard_breaks;
    run_markdown(text, sink);
    if (sink.stopped_at_html()) return std::nullopt;
    return sink.finish();
}

ParsedMarkdown finish(ParsedMarkdown result, const MarkdownOptions& options) {
    if (options.identifiers == HeadingIdentifiers::make) identify_headings(result.document);
    return result;
}

}  // namespace

ParsedMarkdown parse_html_article(std::string_view html, const MarkdownOptions& options) {
    ParsedMarkdown result;
    if (is_too_complex(html)) {
        result.too_complex = true;
        result.deepest_element = deepest_element(html);
        DocumentBuilder words;
        words.open(make_node(NodeKind::paragraph));
        words.add_text(text_without_tags(html));
        result.document = words.finish();
        return result;
    }
    CleanedHtml cleaned = clean_html(html);
    result.document = std::move(cleaned.document);
    result.dropped_elements = std::move(cleaned.dropped_elements);
    return finish(std::move(result), options);
}

ParsedMarkdown parse_markdown(std::string_view text, const MarkdownOptions& options) {
    if (options.route == Route::shortest) {
        if (auto document = parse_directly(text, false, options)) {
            ParsedMarkdown result;
            result.document = std::move(*document);
            return finish(std::move(result), options);
        }
    }
    HtmlProblems problems;
    const std::string html =
        markdown_to_html(text, problems, options.marks_signs, options.hard_breaks);
    ParsedMarkdown result = parse_html_article(html, options);
    result.html_problems = std::move(problems);
    if (!result.too_complex) return result;
    result.document = *parse_directly(text, true, options);
    return finish(std::move(result), options);
}

}  // namespace broadsheet::press
