#include "press/articles/article_body.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "press/articles/article_punctuation.h"
#include "press/articles/comment_threads.h"
#include "press/base/link_target.h"
#include "press/shortcodes/templates.h"
#include "press/text/code_colors.h"
#include "press/text/definition_lists.h"
#include "press/text/document_builder.h"
#include "press/text/embeds.h"
#include "press/text/excerpt.h"
#include "press/text/footnotes.h"
#include "press/text/kramdown.h"
#include "press/text/markdown.h"
#include "press/text/packed_document.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;

constexpr int excerpt_words = 70;
constexpr int longest_excerpt_words = 120;
constexpr std::size_t description_characters = 160;

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

TemplateContext template_context(const Article& article, const BodyContext& context,
                                 RecordedLookups& lookups) {
    TemplateContext result;
    result.generator = context.content.generator;
    result.go_template = article.fields.go_template;
    result.broken_link = context.broken_link;
    result.address_of = [&lookups](std::string_view name) { return lookups.find_named(name); };
    result.shortcode = [&context](std::string_view name) { return context.index.shortcode(name); };
    // Templates of other generators may be right there, although they cannot be used here.
    if (context.content.generator != Generator::plain) result.bad_shortcode = Severity::warning;
    result.variable = [&article, &context](std::string_view name) -> std::optional<std::string> {
        if (name == "page.title") return article.fields.title;
        if (name == "page.url") return article.path;
        // The base path is added to all addresses when pages are written.
        if (name == "site.baseurl" || name == "site.url") return std::string();
        if (name == "site.title" && !context.content.config.title.empty()) {
            return context.content.config.title;
        }
        if (!name.starts_with("site.")) return std::nullopt;
        const auto& variables = context.content.config.variables;
        const auto found = variables.find(std::string(name.substr(5)));
        if (found == variables.end()) return std::nullopt;
        return found->second;
    };
    return result;
}

IdentifierRule identifier_rule(Generator generator) {
    switch (generator) {
        case Generator::hugo: return IdentifierRule::hugo;
        case Generator::zola: return IdentifierRule::zola;
        case Generator::jekyll:
        case Generator::plain: break;
    }
    return IdentifierRule::github;
}

Expanded expand(Article& article, const BodyContext& context, RecordedLookups& lookups) {
    Expanded expanded =
        expand_templates(article.body_text(), template_context(article, context, lookups));
    const int first_line = position_of(article.text, article.body_offset).line;
    for (Diagnostic& diagnostic : expanded.diagnostics) {
        if (!diagnostic.path.empty()) {
            article.diagnostics.push_back(std::move(diagnostic));
            continue;
        }
        diagnostic.position.line += first_line - 1;
        article.report(std::move(diagnostic));
    }
    expanded.diagnostics.clear();
    return expanded;
}

// Reports what is shown as text because it is not closed: an element, or a comment, instruction or
// declaration by the signs that it begins with.
void report_shown(Article& article, const std::string& name) {
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

void report_dropped(Article& article, const ParsedMarkdown& parsed) {
    for (const std::string& name : parsed.dropped_elements) {
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

bool is_recording(NodeKind kind) { return kind == NodeKind::audio || kind == NodeKind::video; }

class LinkResolver {
  public:
    // `missing`: names that were already reported.
    LinkResolver(Article& article, const BodyContext& context, RecordedLookups& lookups,
                 std::vector<std::string> missing)
        : article_(article),
          index_(lookups),
          pictures_(context.pictures),
          broken_link_(context.broken_link),
          missing_(std::move(missing)) {}

    void resolve(std::vector<Node>& nodes) {
        std::vector<Node> result;
        result.reserve(nodes.size());
        for (Node& node : nodes) {
            resolve(node.children);
            if (node.kind == NodeKind::link) resolve_link(node);
            if (is_recording(node.kind) && !resolve_recording(node)) continue;
            if (node.kind == NodeKind::image && !resolve_image(node)) {
                if (node.text.empty()) continue;
                node = make_text(node.text);
            }
            result.push_back(std::move(node));
        }
        nodes = std::move(result);
    }

    // The episode of a podcast, whose player becomes the first block of `blocks`. Nothing if there
    // is no such file.
    std::optional<model::Episode> episode(const EpisodeField& field, std::vector<Node>& blocks) {
        const auto path_of = [&](const std::string& file) {
            if (file.empty() || is_absolute_url(file)) return file;
            const Asset* asset = index_.find_asset(file);
            if (asset == nullptr) report_missing_file(file, "file");
            return asset == nullptr ? std::string() : target_of_file(asset->path);
        };
        model::Episode episode;
        episode.transcript = path_of(field.transcript);
        episode.chapters = path_of(field.chapters);
        episode.type = recording_type(field.file);
        Node player = make_node(
            recording_kind(field.file) == RecordingKind::video ? NodeKind::video : NodeKind::audio);
        player.target = field.file;
        player.title = article_.summary.title;
        if (field.transcript.ends_with(".vtt") && !is_absolute_url(field.transcript)) {
            Node track = make_node(NodeKind::track);
            track.target = field.transcript;
            track.info = "captions";
            player.children.push_back(std::move(track));
        }
        if (const Asset* asset = index_.find_asset(field.file)) {
            const Recording recording = index_.recording_of(*asset);
            episode.bytes = recording.bytes;
            episode.seconds = recording.seconds;
        }
        if (!resolve_recording(player)) return std::nullopt;
        episode.target = is_recording(player.kind) ? player.target : field.file;
        blocks.insert(blocks.begin(), std::move(player));
        return episode;
    }

    std::optional<model::Picture> picture(const PictureField& field) {
        model::Picture picture;
        picture.alternative_text = field.alternative_text;
        picture.caption = field.caption;
        const Asset* asset = index_.find_asset(field.target);
        if (asset == nullptr) {
            report_missing(field.target);
            return std::nullopt;
        }
        const auto size = index_.size_of(*asset);
        picture.target = use_of(*asset, field.target, size);
        if (size) {
            picture.width = size->width;
            picture.height = size->height;
        }
        return picture;
    }

  private:
    void report_missing(const std::string& target) {
        if (!reported_.insert(target).second) return;
        if (is_absolute_url(target)) {
            article_.report_at(target, Severity::warning,
                               "the picture " + in_quotes(target) +
                                   " is on another site, so the page shows a link to it instead",
                               "copy it into the content folder");
        } else {
            const auto similar = index_.similar_asset(target);
            article_.report_at(target, Severity::warning,
                               "there is no picture " + in_quotes(target),
                               similar ? "did you mean " + in_quotes(*similar) + "?"
                                       : "correct the name, or put the file next to the article");
        }
    }

    // The target of a picture on the page. Its sizes would stand still if it is animated, so it has
    // none; the fragment says so to the views.
    std::string use_of(const Asset& asset, const std::string& written,
                       const std::optional<PictureSize>& size) {
        if (size && size->animated) return target_of_file(asset.path) + "#animated";
        pictures_.add(asset, article_.place_of(written));
        return target_of_file(asset.path);
    }

    // Returns false if the picture does not exist.
    bool resolve_image(Node& node) {
        const Asset* asset = index_.find_asset(node.target);
        if (asset != nullptr) {
            const auto size = index_.size_of(*asset);
            node.target = use_of(*asset, node.target, size);
            node.width = size ? size->width : 0;
            node.height = size ? size->height : 0;
            return true;
        }
        report_missing(node.target);
        if (!is_absolute_url(node.target)) return false;
        // Pages load no pictures from other sites.
        Node link;
        link.kind = NodeKind::link;
        link.target = node.target;
        link.title = node.title;
        link.children.push_back(make_text(node.text.empty() ? "Picture" : node.text));
        node = std::move(link);
        return true;
    }

    void report_missing_file(const std::string& target, const std::string& what) {
        if (!reported_.insert(target).second) return;
        const auto similar = index_.similar_asset(target);
        article_.report_at(target, Severity::warning,
                           "there is no " + what + " " + in_quotes(target),
                           similar ? "did you mean " + in_quotes(*similar) + "?"
                                   : "correct the name, or put the file next to the article");
    }

    // Returns false if the file does not exist. A file on another site becomes a link, because
    // pages load nothing from there.
    bool resolve_recording(Node& node) {
        const bool video = node.kind == NodeKind::video;
        const Asset* asset = index_.find_asset(node.target);
        if (asset == nullptr) {
            if (is_absolute_url(node.target)) {
                become_link(node, video ? "Video: " : "Audio: ");
                return true;
            }
            report_missing_file(node.target, video ? "video file" : "sound file");
            return false;
        }
        const Recording recording = index_.recording_of(*asset);
        node.target = target_of_file(asset->path);
        node.number = recording.seconds;
        if (recording.width > 0) {
            node.width = recording.width;
            node.height = recording.height;
        }
        if (!node.info.empty()) {
            const Asset* poster = video ? index_.find_asset(node.info) : nullptr;
            if (video && poster == nullptr) report_missing(node.info);
            node.info = poster == nullptr ? std::string() : target_of_file(poster->path);
        }
        std::erase_if(node.children, [&](Node& track) { return !resolve_track(track); });
        return true;
    }

    bool resolve_track(Node& track) {
        const Asset* asset = index_.find_asset(track.target);
        if (asset == nullptr) {
            report_missing_file(track.target, "captions file");
            return false;
        }
        track.target = target_of_file(asset->path);
        return true;
    }

    static void become_link(Node& node, const std::string& kind) {
        Node link;
        link.kind = NodeKind::link;
        link.target = node.target;
        const std::string name = node.target.substr(node.target.rfind('/') + 1);
        link.children.push_back(make_text(node.title.empty() ? kind + name : node.title));
        node = make_node(NodeKind::paragraph);
        node.children.push_back(std::move(link));
    }

    void resolve_link(Node& node) {
        const std::string& target = node.target;
        if (target.empty() || target.starts_with('#')) return;
        if (auto found = index_.find_link(target)) {
            node.target = std::move(*found);
            return;
        }
        if (const Asset* asset = index_.find_asset(target)) {
            node.target = target_of_file(asset->path);
            return;
        }
        if (is_absolute_url(target) || target.starts_with('/')) return;
        const std::string name = target.substr(0, target.find_first_of("?#"));
        const bool is_reported =
            std::find(missing_.begin(), missing_.end(), name) != missing_.end();
        if (is_markdown(name) && !is_reported && reported_.insert(target).second) {
            const auto similar = index_.similar_article(target);
            article_.report_at(
                target, broken_link_, "there is no article " + in_quotes(target),
                similar ? "did you mean " + in_quotes(*similar) + "?" : "correct the link");
        }
    }

    Article& article_;
    RecordedLookups& index_;
    PictureUses& pictures_;
    Severity broken_link_;
    std::vector<std::string> missing_;
    std::set<std::string> reported_;
};

// Appends text and code, but not the alternative text of pictures.
void append_words(std::string& out, const Node& node) {
    if (node.kind == NodeKind::text || node.kind == NodeKind::code) out += node.text;
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

void write_excerpt(Article& article, const std::optional<std::size_t>& before_more,
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
        excerpt = cut_at_sentence(punctuation.apply(plain(written)), longest_excerpt_words);
    }
    if (excerpt.empty()) excerpt = cut_at_sentence(prose_of(article.body.blocks), excerpt_words);
    article.description = cut_at_word(
        fields.description.empty() ? excerpt : punctuation.apply(plain(fields.description)),
        description_characters * (fields.description.empty() ? 1 : 2));
}

void read_redirect(Article& article, RecordedLookups& index) {
    const std::string& target = article.fields.redirect;
    article.summary.path = article.path;
    if (!model::is_safe_target(target)) {
        article.report_at(target, Severity::error,
                          in_quotes(target) + " is not an address that a page may redirect to",
                          "use a path of this site or an https: URL");
        return;
    }
    article.redirect = index.find_link(target).value_or(target);
}

struct PolicyNeeds {
    std::set<std::string> frames;
    std::set<std::string> forms;
    bool recordings = false;
};

void collect_needs(const std::vector<Node>& nodes, PolicyNeeds& needs) {
    for (const Node& node : nodes) {
        if (node.kind == NodeKind::embed) needs.frames.insert(origin_of(node.target));
        if (is_recording(node.kind)) needs.recordings = true;
        if (node.kind == NodeKind::form) needs.forms.insert(model::form_origin(node.target));
        collect_needs(node.children, needs);
    }
}

void read_text(Article& article, const BodyContext& context, RecordedLookups& lookups) {
    Expanded expanded = expand(article, context, lookups);
    const bool html = is_html(article.file.path);
    if (!html && context.content.generator == Generator::jekyll) {
        expanded.text = resolve_kramdown(expanded.text);
    }
    const MarkedText marked =
        html ? MarkedText{expanded.text, {}, false, {}} : mark_body(expanded.text);
    const ArticlePunctuation punctuation(article, context.content.config);
    const MarkdownOptions options = {.identifiers = HeadingIdentifiers::none,
                                     .marks_signs = punctuation.is_smart()};
    ParsedMarkdown parsed = html ? parse_html_article(marked.text, options)
                                 : parse_markdown(mark_definitions(marked.text), options);
    report_dropped(article, parsed);
    for (const std::string& label : marked.unused) {
        article.report_at("[^" + label + "]:", Severity::warning,
                          "nothing refers to the footnote [^" + label + "], so it is not shown",
                          "write [^" + label + "] in the text, or remove it");
    }
    PlacedBody placed = place_marks(std::move(parsed.document), marked);
    article.body = std::move(placed.document);
    make_definition_lists(article.body.blocks);
    const std::size_t blocks = article.body.blocks.size();
    take_title(article);
    std::optional<std::size_t>& before_more = placed.blocks_before_more;
    if (before_more && *before_more > 0 && article.body.blocks.size() < blocks) --*before_more;
    LinkResolver resolver(article, context, lookups, std::move(expanded.missing));
    resolver.resolve(article.body.blocks);
    identify_headings(article.body, identifier_rule(context.content.generator));
    // Identifiers of headings are made from the author's signs, as in other generators.
    punctuation.apply(article.body);
    article.summary.title = punctuation.apply(article.summary.title);
    color_code(article.body.blocks);
    if (article.fields.picture) {
        article.summary.picture = resolver.picture(*article.fields.picture);
        if (auto& picture = article.summary.picture) {
            picture->caption = punctuation.apply(picture->caption);
            picture->alternative_text = punctuation.apply(picture->alternative_text);
        }
    }
    write_excerpt(article, before_more, punctuation);
    article.episode.reset();
    if (article.fields.episode) {
        article.episode = resolver.episode(*article.fields.episode, article.body.blocks);
    }
    article.summary.path = article.path;
    if (article.dated) article.summary.date = article.date;
    article.summary.reading_minutes = model::reading_minutes(article.body);
    PolicyNeeds needs;
    collect_needs(article.body.blocks, needs);
    article.frames.assign(needs.frames.begin(), needs.frames.end());
    needs.forms.erase("");  // those that send to the site itself
    article.forms.assign(needs.forms.begin(), needs.forms.end());
    article.recordings = needs.recordings;
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
