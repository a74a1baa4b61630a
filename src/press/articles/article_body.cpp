#include "press/articles/article_body.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "press/articles/article_formulas.h"
#include "press/articles/article_punctuation.h"
#include "press/articles/comment_threads.h"
#include "press/articles/link_resolver.h"
#include "press/base/link_target.h"
#include "press/dialects/abbreviations.h"
#include "press/dialects/containers.h"
#include "press/dialects/footnotes.h"
#include "press/dialects/kramdown.h"
#include "press/dialects/kramdown_html.h"
#include "press/dialects/kramdown_tables.h"
#include "press/dialects/marked_blocks.h"
#include "press/dialects/span_marks.h"
#include "press/formulas/formula_words.h"
#include "press/html/document_builder.h"
#include "press/html/embeds.h"
#include "press/punctuation/emoji.h"
#include "press/shortcodes/templates.h"
#include "press/text/code_colors.h"
#include "press/text/excerpt.h"
#include "press/text/markdown.h"
#include "press/text/packed_document.h"
#include "press/text/wiki_links.h"
#include "press/values/value.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

constexpr int excerpt_words = 70;
constexpr int longest_excerpt_words = 120;
constexpr std::size_t description_characters = 160;

// A scalar of the front matter: "name", or "table.name" within a table. `params` goes without
// saying.
std::optional<std::string> own_value(const Fields& fields, std::string_view name) {
    if (equal_ignoring_case(name, "title")) return fields.title;
    if (equal_ignoring_case(name, "description")) return fields.description;
    if (name.empty()) return std::nullopt;
    for (const OwnField& field : fields.own) {
        std::string_view rest = name;
        const bool is_first = equal_ignoring_case(field.name, rest.substr(0, rest.find('.')));
        if (is_first) rest.remove_prefix(std::min(field.name.size() + 1, rest.size()));
        if (!is_first && field.name != "params") continue;
        const Parsed parsed = parse_json("{\"value\":" + field.json + "}", 1);
        const Value* value = parsed.root.find("value");
        while (value != nullptr && !rest.empty()) {
            value = value->find(rest.substr(0, rest.find('.')));
            rest.remove_prefix(std::min(rest.find('.'), rest.size() - 1) + 1);
        }
        if (value != nullptr && value->is_scalar()) return value->text;
    }
    return std::nullopt;
}

TemplateContext template_context(const PlacedArticle& article, const BodyContext& context,
                                 RecordedLookups& lookups) {
    TemplateContext result;
    result.generator = context.content.generator;
    result.go_template = article.fields.go_template;
    result.broken_link = context.broken_link;
    result.address_of = [&lookups](std::string_view name) { return lookups.find_named(name); };
    result.shortcode = [&context](std::string_view name) { return context.index.shortcode(name); };
    result.partial = [&context](std::string_view name) { return context.index.partial(name); };
    result.file_of = [&lookups](std::string_view name) -> std::optional<std::string> {
        const Asset* found = lookups.find_asset(name);
        return found == nullptr ? std::nullopt : std::optional(std::string(name));
    };
    // Templates of other generators may be right there, although they cannot be used here.
    if (context.content.generator != Generator::plain) result.bad_shortcode = Severity::warning;
    result.variable = [&article, &context](std::string_view name) -> std::optional<std::string> {
        if (name == "page.title") return article.fields.title;
        if (name == "page.url") return article.path;
        if (name == "page.file") return article.shown_path;
        if (name == "page.language" && !article.language.empty()) return article.language;
        if (name == "site.language" || name == "page.language")
            return context.content.config.language;
        // The base path is added to all addresses when pages are written.
        if (name == "site.baseurl" || name == "site.url") return std::string();
        if (name == "site.title" && !context.content.config.title.empty()) {
            return context.content.config.title;
        }
        if (name.starts_with("page.params.")) return own_value(article.fields, name.substr(12));
        if (!name.starts_with("site.")) return std::nullopt;
        const auto& variables = context.content.config.variables;
        const auto found = variables.find(std::string(name.substr(5)));
        if (found == variables.end()) return std::nullopt;
        return found->second;
    };
    return result;
}

IdentifierRule identifier_rule(Generator generator, const MarkdownSwitches& switches) {
    switch (generator) {
        case Generator::hugo:
            return switches.ascii_identifiers         ? IdentifierRule::hugo_ascii
                   : switches.blackfriday_identifiers ? IdentifierRule::blackfriday
                                                      : IdentifierRule::hugo;
        case Generator::zola: return IdentifierRule::zola;
        case Generator::jekyll: return IdentifierRule::jekyll;
        case Generator::plain: break;
    }
    return IdentifierRule::github;
}

Expanded expand(PlacedArticle& article, const BodyContext& context, const ArticleFormulas& formulas,
                RecordedLookups& lookups) {
    Expanded expanded =
        expand_templates(formulas.marked_text(), template_context(article, context, lookups));
    const int first_line = position_of(article.text, article.body_offset).line;
    for (Diagnostic& diagnostic : expanded.diagnostics) {
        if (!diagnostic.path.empty()) {
            article.diagnostics.push_back(std::move(diagnostic));
            continue;
        }
        diagnostic.position.line = formulas.source_line(diagnostic.position.line) + first_line - 1;
        article.report(std::move(diagnostic));
    }
    expanded.diagnostics.clear();
    return expanded;
}

// Reports what is shown as text because it is not closed: an element, or a comment, instruction or
// declaration by the signs that it begins with.
void report_shown(SourceArticle& article, const std::string& name) {
    const bool is_element = strings::is_letter(name[0]);
    const std::string_view end = name == "!--"            ? "-->"
                                 : name.starts_with("![") ? "]]>"
                                 : name == "?"            ? "?>"
                                                          : ">";
    article.report_at("<" + name, Severity::warning,
                      (name == "!--" ? "the comment" : "<" + name + (is_element ? ">" : "")) +
                          " is not closed, so it is shown as text",
                      is_element ? "close it, or write `<" + name + ">` with backquotes"
                                 : "add " + std::string(end) + " at its end");
}

// Reports the second definition of a footnote.
void report_repeated_footnote(SourceArticle& article, const std::string& label) {
    const std::string mark = "[^" + label + "]:";
    Diagnostic warning = article.place_of(mark);
    const auto first = article.text.find(mark, article.body_offset);
    const auto second =
        first == std::string::npos ? first : article.text.find(mark, first + mark.size());
    if (second != std::string::npos) {
        warning.position = position_of(article.text, second);
        warning.source_line = std::string(line_of(article.text, warning.position.line));
    }
    warning.severity = Severity::warning;
    warning.what = "the footnote [^" + label + "] is already defined, so this is not shown";
    warning.remedy = "give it another name, or remove it";
    article.report(std::move(warning));
}

// Links of Obsidian. Its attachments may be in any folder: the file is found by its name.
std::string text_with_wiki_links(PlacedArticle& article, const BodyContext& context,
                                 const std::string& text, RecordedLookups& lookups) {
    WikiTargets targets;
    targets.is_vault = context.content.is_vault;
    targets.article = [&](std::string_view name) { return lookups.find_named(name); };
    targets.file = [&](std::string_view name) -> std::optional<std::string> {
        for (const std::string& place : {std::string(name), "/" + std::string(name)}) {
            if (const Asset* asset = lookups.find_asset(place)) return asset->path;
        }
        auto similar = lookups.similar_asset(name);
        const std::string ending = "/" + std::string(name.substr(name.rfind('/') + 1));
        return similar && similar->ends_with(ending) ? similar : std::nullopt;
    };
    WikiText resolved = resolve_wiki_links(text, targets);
    for (const std::string& name : resolved.missing) {
        article.report_at(
            "[[" + name, Severity::warning,
            "no article and no file is named \"" + name + "\", so this link is shown as text",
            "correct the name, or remove the brackets");
    }
    if (resolved.comment) {
        const std::string_view from = std::string_view(text).substr(*resolved.comment);
        article.report_at(from.substr(0, from.find('\n')), Severity::warning,
                          "text between %% is published; only Obsidian hides it",
                          "write <!-- and --> around it, or keep the folder .obsidian beside it");
    }
    return std::move(resolved.text);
}

// What the article's own text does not have came from a shortcode of the site. Its file is the
// place.
bool report_in_shortcode(Article& article, const BodyContext& context, const std::string& name) {
    const std::string start = "<" + name;
    if (article.place_of(start).position.line > 0) return false;
    for (const auto& [shortcode, file] : context.content.shortcodes) {
        const auto at = strings::lower_ascii(file.text).find(start);
        const bool is_used = article.text.find(shortcode) != std::string::npos;
        if (at == std::string::npos || !is_used) continue;
        Diagnostic warning;
        warning.severity = Severity::warning;
        warning.path = file.path;
        warning.position = position_of(file.text, at);
        warning.source_line = std::string(line_of(file.text, warning.position.line));
        warning.what = start + "> is removed from what this shortcode makes (in " +
                       article.shown_path + "), because articles cannot contain it";
        warning.remedy = name == "style" ? "delete it; articles use the styles of the site"
                                         : "use HTML without scripts";
        article.diagnostics.push_back(std::move(warning));
        return true;
    }
    return false;
}

void report_dropped(Article& article, const BodyContext& context, const ParsedMarkdown& parsed) {
    for (const std::string& name : parsed.dropped_elements) {
        if (report_in_shortcode(article, context, name)) continue;
        const bool look = name == "style";
        article.report_at(
            "<" + name, Severity::warning,
            "<" + name + "> is removed, because " +
                (look ? "articles use the styles of the site" : "articles cannot contain it"),
            look ? "delete it" : "use Markdown, or link to it");
    }
    for (const std::string& name : parsed.html_problems.shown) report_shown(article, name);
    for (const std::string& name : parsed.html_problems.open) {
        article.report_at("<" + name, Severity::warning,
                          "<" + name + "> is not closed, so what follows is in it",
                          "add </" + name + "> at its end");
    }
    for (const std::string& name : parsed.html_problems.unknown) {
        article.report_at("<" + name, Severity::warning,
                          "HTML has no <" + name + ">, so its tags are left out",
                          "put code between lines of ```");
    }
    if (parsed.too_complex) {
        const std::string& name = parsed.deepest_element;
        article.report_at(name.empty() ? name : "<" + name, Severity::warning,
                          "the HTML has too many unclosed elements, so its tags are ignored",
                          "close the elements");
    }
}

// Sets the title: that of the front matter, or else a level-1 heading at the start of the body, or
// else the file name. Removes the heading from the body if it equals the title.
void take_title(Article& article) {
    std::vector<Node>& blocks = article.body.blocks;
    std::string& title = article.summary.title;
    title = article.fields.title;
    const bool has_heading =
        !blocks.empty() && blocks[0].kind == NodeKind::heading && blocks[0].level == 1;
    if (has_heading) {
        const std::string heading = without_sign_marks(model::plain_text(blocks[0]));
        if (title.empty()) title = heading;
        if (title == heading) blocks.erase(blocks.begin());
    }
    if (!title.empty()) return;
    title = article.stem;
    std::replace(title.begin(), title.end(), '-', ' ');
    std::replace(title.begin(), title.end(), '_', ' ');
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') {
        title[0] = static_cast<char>(title[0] - 'a' + 'A');
    }
    if (title.empty()) title = "Untitled";
}

// Appends text and code, but not the alternative text of pictures.
void append_words(std::string& out, const Node& node) {
    if (node.kind == NodeKind::text || node.kind == NodeKind::code) out += node.text;
    if (node.kind == NodeKind::formula) {
        const std::string words = formula_words(node.info);
        out += words.empty() ? node.text : words;
    }
    if (node.kind == NodeKind::line_break || node.kind == NodeKind::soft_break) out += ' ';
    for (const Node& child : node.children) append_words(out, child);
}

// Appends the text of paragraphs and lists, without headings, code blocks and tables, until `out`
// has more than `enough` bytes.
void append_prose(std::string& out, const std::vector<Node>& nodes, std::size_t enough) {
    for (const Node& node : nodes) {
        if (out.size() > enough) return;
        switch (node.kind) {
            case NodeKind::heading:
            case NodeKind::code_block:
            case NodeKind::formula_block:
            case NodeKind::table:
            case NodeKind::footnotes:
            case NodeKind::figure: break;
            case NodeKind::paragraph:
                append_words(out, node);
                out += ' ';
                break;
            default:
                if (!model::is_block(node.kind)) {
                    append_words(out, node);
                } else {
                    if (!out.empty() && out.back() != ' ') out += ' ';  // a list within an item
                    append_prose(out, node.children, enough);
                    out += ' ';
                }
        }
    }
}

std::string prose_of(const std::vector<Node>& blocks) {
    constexpr std::size_t enough = 4000;
    std::string out;
    append_prose(out, blocks, enough);
    return out;
}

// Summaries in front matter may contain Markdown.
std::string plain(const std::string& text) {
    if (text.find_first_of("*_[`<&\\\n") == std::string::npos) return text;
    return model::plain_text(
        parse_markdown(text, {.identifiers = HeadingIdentifiers::none}).document);
}

void write_excerpt(Article& article, const ArticleFormulas& formulas,
                   const std::optional<std::size_t>& before_more,
                   const ArticlePunctuation& punctuation) {
    const Fields& fields = article.fields;
    std::string& excerpt = article.summary.excerpt;
    if (before_more && *before_more > 0) {
        const auto end = article.body.blocks.begin() + static_cast<std::ptrdiff_t>(*before_more);
        excerpt =
            cut_at_sentence(prose_of({article.body.blocks.begin(), end}), longest_excerpt_words);
    }
    if (excerpt.empty()) {
        const std::string& written = fields.summary.empty() ? fields.description : fields.summary;
        excerpt = cut_at_sentence(punctuation.apply(plain(formulas.in_words(written))),
                                  longest_excerpt_words);
    }
    if (excerpt.empty()) excerpt = cut_at_sentence(prose_of(article.body.blocks), excerpt_words);
    article.description =
        cut_at_word(fields.description.empty()
                        ? excerpt
                        : punctuation.apply(plain(formulas.in_words(fields.description))),
                    description_characters * (fields.description.empty() ? 1 : 2));
}

void read_redirect(Article& article, RecordedLookups& index) {
    const std::string& target = article.fields.redirect;
    article.summary.path = article.path;
    if (!model::is_safe_target(target)) {
        article.report_at(
            target, Severity::error,
            strings::in_quotes(target) + " is not an address that a page may redirect to",
            "use a path of this site or an https: URL");
        return;
    }
    article.redirect = index.find_link(target).value_or(target);
}

struct BodyNeeds {
    std::set<std::string> frames;
    std::set<std::string> forms;
    bool recordings = false;
    bool formulas = false;
};

void collect_needs(const std::vector<Node>& nodes, BodyNeeds& needs) {
    for (const Node& node : nodes) {
        if (node.kind == NodeKind::embed) needs.frames.insert(origin_of(node.target));
        if (is_recording(node.kind)) needs.recordings = true;
        if (node.kind == NodeKind::formula || node.kind == NodeKind::formula_block) {
            needs.formulas = true;
        }
        if (node.kind == NodeKind::form) needs.forms.insert(model::form_origin(node.target));
        collect_needs(node.children, needs);
    }
}

void read_text(Article& article, const BodyContext& context, RecordedLookups& lookups) {
    const ArticleFormulas formulas(article, context.content);
    Expanded expanded = expand(article, context, formulas, lookups);
    const bool html = is_html(article.file.path);
    Abbreviations abbreviations;
    if (!html && context.content.generator == Generator::jekyll) {
        abbreviations = abbreviations_of(expanded.text);
        if (context.content.config.text.markdown.html_elements) {
            expanded.text = join_html_elements(expanded.text);
        }
        expanded.text = resolve_kramdown(expanded.text);
    }
    const bool is_plain = !html && context.content.generator == Generator::plain;
    if (is_plain && has_container_signs(expanded.text)) {
        expanded.text = quotes_of_containers(expanded.text);
    }
    if (is_plain && has_wiki_signs(expanded.text)) {
        expanded.text = text_with_wiki_links(article, context, expanded.text, lookups);
    }
    const MarkdownSwitches& switches = context.content.config.text.markdown;
    if (!html && switches.block_attributes) {
        expanded.text = resolve_block_attributes(expanded.text);
    }
    if (!html) expanded.text = resolve_span_marks(expanded.text, switches);
    const MarkedText marked =
        html ? MarkedText{expanded.text, {}, false, {}} : mark_body(expanded.text);
    const ArticlePunctuation punctuation(article, context.content.config);
    const MarkdownOptions options = {.identifiers = HeadingIdentifiers::none,
                                     .marks_signs = punctuation.is_smart(),
                                     .hard_breaks = switches.hard_breaks};
    ParsedMarkdown parsed = html ? parse_html_article(marked.text, options)
                                 : parse_markdown(mark_blocks(marked.text), options);
    report_dropped(article, context, parsed);
    for (const std::string& label : marked.repeated) report_repeated_footnote(article, label);
    for (const std::string& label : marked.unused) {
        article.report_at("[^" + label + "]:", Severity::warning,
                          "nothing refers to the footnote [^" + label + "], so it is not shown",
                          "write [^" + label + "] in the text, or remove it");
    }
    PlacedBody placed = place_marks(std::move(parsed.document), marked);
    article.body = std::move(placed.document);
    make_marked_blocks(article.body.blocks);
    const bool is_jekyll = context.content.generator == Generator::jekyll;
    if (is_jekyll) remove_empty_table_heads(article.body.blocks);
    mark_abbreviations(article.body.blocks, abbreviations);
    if (!html && (is_jekyll || switches.block_attributes)) {
        name_following_blocks(article.body.blocks);
    }
    formulas.place(article);
    const std::size_t blocks = article.body.blocks.size();
    take_title(article);
    std::optional<std::size_t>& before_more = placed.blocks_before_more;
    if (before_more && *before_more > 0 && article.body.blocks.size() < blocks) --*before_more;
    LinkResolver resolver(article, lookups, context.pictures, context.broken_link,
                          std::move(expanded.missing));
    resolver.resolve(article.body.blocks);
    identify_headings(article.body, identifier_rule(context.content.generator,
                                                    context.content.config.text.markdown));
    // Identifiers of headings are made from the author's signs, as in other generators.
    if (switches.emoji) replace_emoji(article.body.blocks);
    punctuation.apply(article.body);
    article.summary.title = punctuation.apply(formulas.in_words(article.summary.title));
    article.fields.subtitle = formulas.in_words(article.fields.subtitle);
    color_code(article.body.blocks);
    if (article.fields.picture) {
        article.summary.picture = resolver.picture(*article.fields.picture);
        if (auto& picture = article.summary.picture) {
            picture->caption = punctuation.apply(picture->caption);
            picture->alternative_text = punctuation.apply(picture->alternative_text);
        }
    }
    write_excerpt(article, formulas, before_more, punctuation);
    article.episode.reset();
    if (article.fields.episode) {
        article.episode =
            resolver.episode(*article.fields.episode, article.summary.title, article.body.blocks);
    }
    article.summary.path = article.path;
    if (article.dated) article.summary.date = article.date;
    article.summary.reading_minutes = model::reading_minutes(article.body);
    BodyNeeds needs;
    collect_needs(article.body.blocks, needs);
    article.frames.assign(needs.frames.begin(), needs.frames.end());
    needs.forms.erase("");  // those that send to the site itself
    article.forms.assign(needs.forms.begin(), needs.forms.end());
    article.recordings = needs.recordings;
    article.formulas = needs.formulas;
    article.comments = thread_of(article.written_comments, lookups);
    std::vector<WrittenComment>().swap(article.written_comments);
    if (!context.pack) return;
    article.packed = PackedBody::of(article.body, article.comments);
    article.body = {};
    article.comments = {};
}

}  // namespace

LookupRecord read_body(Article& article, const BodyContext& context) {
    RecordedLookups lookups(context.index, article);
    if (article.kind == model::EntryKind::redirect) {
        read_redirect(article, lookups);
    } else {
        read_text(article, context, lookups);
    }
    // After this, only messages about aliases need the source text.
    if (article.fields.aliases.empty() && !context.keep_text) std::string().swap(article.text);
    return lookups.take();
}

}  // namespace broadsheet::press
