// The HTML parser that cleaning relies on, against html5lib's tree-construction tests: the tree
// that browsers make of broken HTML must be the one that is cleaned.
#include <doctest/doctest.h>
#include <gumbo.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Case {
    std::string file;
    int line = 0;
    std::string html;
    std::string context;  // of a fragment: "td", "svg path"; empty for documents
    std::string tree;
    bool scripting = false;  // only with scripts running
};

// A file of cases: sections "#data", "#errors", "#document-fragment", "#document", with a blank
// line after each case.
std::vector<Case> read_cases(const fs::path& path) {
    std::vector<Case> cases;
    std::ifstream in(path, std::ios::binary);
    std::string section;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line == "#data") {
            cases.push_back({path.filename().string(), number, {}, {}, {}, false});
            section = line;
        } else if (line == "#errors" || line == "#new-errors" || line == "#document" ||
                   line == "#document-fragment") {
            section = line;
        } else if (line == "#script-on" || line == "#script-off") {
            cases.back().scripting = line == "#script-on";
        } else if (section == "#data") {
            cases.back().html += (cases.back().html.empty() ? "" : "\n") + line;
            if (line.empty() && cases.back().html.empty()) cases.back().html = "\n";
        } else if (section == "#document-fragment") {
            cases.back().context = line;
        } else if (section == "#document") {
            cases.back().tree += line + "\n";
        }
    }
    for (Case& each : cases) {
        while (each.tree.ends_with("\n\n")) each.tree.pop_back();
    }
    return cases;
}

std::string prefix_of(GumboNamespaceEnum space) {
    return space == GUMBO_NAMESPACE_SVG ? "svg " : space == GUMBO_NAMESPACE_MATHML ? "math " : "";
}

std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) {
        if (element.tag_namespace == GUMBO_NAMESPACE_SVG) {
            GumboStringPiece piece = element.original_tag;
            gumbo_tag_from_original_text(&piece);
            if (const char* cased = gumbo_normalize_svg_tagname(&piece)) return cased;
        }
        return gumbo_normalized_tagname(element.tag);
    }
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    std::string name(piece.data, piece.length);
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG) {
        if (const char* cased = gumbo_normalize_svg_tagname(&piece)) return cased;
    }
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return name;
}

std::string attribute_name(const GumboAttribute& attribute) {
    switch (attribute.attr_namespace) {
        case GUMBO_ATTR_NAMESPACE_XLINK: return std::string("xlink ") + attribute.name;
        case GUMBO_ATTR_NAMESPACE_XML: return std::string("xml ") + attribute.name;
        case GUMBO_ATTR_NAMESPACE_XMLNS: return std::string("xmlns ") + attribute.name;
        default: return attribute.name;
    }
}

void print(const GumboNode& node, int depth, std::string& out);

bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
           node.type == GUMBO_NODE_CDATA;
}

// Texts beside each other are one: cleaning joins them, and nobody reads a difference.
void print_children(const GumboVector& children, int depth, std::string& out) {
    std::string text;
    for (unsigned i = 0; i <= children.length; ++i) {
        const auto* node =
            i < children.length ? static_cast<const GumboNode*>(children.data[i]) : nullptr;
        if (node != nullptr && is_text(*node)) {
            text += node->v.text.text;
            continue;
        }
        if (!text.empty()) {
            out +=
                "| " + std::string(static_cast<std::size_t>(depth) * 2, ' ') + "\"" + text + "\"\n";
            text.clear();
        }
        if (node != nullptr) print(*node, depth, out);
    }
}

void print_element(const GumboNode& node, int depth, std::string& out) {
    const std::string indent = "| " + std::string(static_cast<std::size_t>(depth) * 2, ' ');
    const GumboElement& element = node.v.element;
    out += indent + "<" + prefix_of(element.tag_namespace) + name_of(element) + ">\n";
    std::vector<std::string> attributes;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        attributes.push_back(attribute_name(attribute) + "=\"" + attribute.value + "\"");
    }
    std::sort(attributes.begin(), attributes.end());
    for (const std::string& each : attributes) out.append(indent).append("  ").append(each) += '\n';
    if (node.type == GUMBO_NODE_TEMPLATE) {
        out += indent + "  content\n";
        ++depth;
    }
    print_children(element.children, depth + 1, out);
}

void print(const GumboNode& node, int depth, std::string& out) {
    const std::string indent = "| " + std::string(static_cast<std::size_t>(depth) * 2, ' ');
    switch (node.type) {
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE: print_element(node, depth, out); break;
        case GUMBO_NODE_COMMENT: out += indent + "<!-- " + node.v.text.text + " -->\n"; break;
        default: break;
    }
}

std::string tree_of(const Case& each) {
    GumboOptions options = kGumboDefaultOptions;
    if (!each.context.empty()) {
        std::string_view name = each.context;
        options.fragment_namespace = GUMBO_NAMESPACE_HTML;
        if (name.starts_with("svg ")) options.fragment_namespace = GUMBO_NAMESPACE_SVG;
        if (name.starts_with("math ")) options.fragment_namespace = GUMBO_NAMESPACE_MATHML;
        name.remove_prefix(std::min(name.find(' ') + 1, name.size()));
        options.fragment_context = gumbo_tag_enum(std::string(name).c_str());
    }
    GumboOutput* output = gumbo_parse_with_options(&options, each.html.data(), each.html.size());
    std::string out;
    const GumboDocument& document = output->document->v.document;
    if (each.context.empty()) {
        if (document.has_doctype) {
            out += std::string("| <!DOCTYPE ") + document.name;
            const std::string open(document.public_identifier);
            const std::string system(document.system_identifier);
            if (!open.empty() || !system.empty()) {
                out += " \"" + open + "\" \"" + system + "\"";
            }
            out += ">\n";
        }
        print_children(document.children, 0, out);
    } else {
        print_children(output->root->v.element.children, 0, out);
    }
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return out;
}

// "file:line reason", one difference a line; '#' starts a comment.
std::set<std::string> read_differences() {
    std::set<std::string> differences;
    std::ifstream in(BROADSHEET_TESTS_DIR "/press/html/html_parser_differences.txt");
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line[0] != '#') differences.insert(line.substr(0, line.find(' ')));
    }
    return differences;
}

}  // namespace

TEST_CASE("the HTML parser makes the trees of html5lib's tests") {
    const fs::path folder = BROADSHEET_HTML5LIB_DIR "/html5lib/tests/testdata/tree-construction";
    if (!fs::is_directory(folder)) {
        MESSAGE("skipped: html5lib's tests are not in build/sources");
        return;
    }
    const std::set<std::string> differences = read_differences();
    int equal = 0;
    for (const fs::directory_entry& file : fs::directory_iterator(folder)) {
        if (file.path().extension() != ".dat") continue;
        for (const Case& each : read_cases(file.path())) {
            if (each.scripting) continue;
            const std::string place = each.file + ":" + std::to_string(each.line);
            INFO(place << "\n" << each.html);
            const std::string tree = tree_of(each);
            if (differences.contains(place)) {
                // A difference that is gone must leave the list.
                CHECK(tree != each.tree);
            } else {
                CHECK(tree == each.tree);
                equal += tree == each.tree ? 1 : 0;
            }
        }
    }
    CHECK(equal > 1000);
}
