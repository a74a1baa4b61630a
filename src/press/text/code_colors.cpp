#include "press/text/code_colors.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <regex>
#include <tuple>
#include <vector>

#include "press/text/code_grammars.h"
#include "press/values/value.h"

namespace broadsheet::press {

namespace {

// Longer code is not highlighted: parsing takes about 1 µs per byte.
constexpr std::size_t longest_code = 200'000;

template <typename T, void (*destroy)(T*)>
struct Destroy {
    void operator()(T* value) const { destroy(value); }
};
using Parser = std::unique_ptr<TSParser, Destroy<TSParser, ts_parser_delete>>;
using Tree = std::unique_ptr<TSTree, Destroy<TSTree, ts_tree_delete>>;
using Query = std::unique_ptr<TSQuery, Destroy<TSQuery, ts_query_delete>>;
using Cursor = std::unique_ptr<TSQueryCursor, Destroy<TSQueryCursor, ts_query_cursor_delete>>;

constexpr char plain = ' ';
constexpr std::string_view object_key = "string.special.key";  // keys in the JSON grammar

// Maps a capture name to a token kind. Capture names follow tree-sitter's convention: the part
// after a dot refines the part before. Keys of data languages (`is_data`) are names; fields of
// objects in programs are not, because too much text would be coloured.
char kind_of(std::string_view capture, bool is_data) {
    const auto is = [&](std::string_view name) {
        return capture.starts_with(name) &&
               (capture.size() == name.size() || capture[name.size()] == '.');
    };
    if (is("comment")) return 'c';
    if (is("keyword") || is("conditional") || is("repeat") || is("include") || is("exception") ||
        is("import") || is("media") || is("charset") || is("keyframes") || is("supports")) {
        return 'k';
    }
    if (capture == object_key) return 'n';
    if (is("string") || is("escape") || is("character") || is("number") || is("float") ||
        is("boolean") || is("constant")) {
        return 's';
    }
    if (is("function") || is("method") || is("type") || is("constructor") || is("tag") ||
        is("module") || is("namespace") || (is_data && is("property"))) {
        return 'n';
    }
    return plain;
}

// A condition on the text of a capture. Supports "match?", "eq?" and their negations. Other
// predicates, which need scope analysis, count as met.
struct Condition {
    std::uint32_t capture = 0;
    bool wanted = true;
    std::regex expression;
};

struct Compiled {
    Query query;
    std::vector<char> kinds;                         // by capture
    std::vector<int> ranks;                          // by capture: the higher rank wins
    std::vector<std::vector<Condition>> conditions;  // by pattern
};

std::string_view text_of_string(const TSQuery* query, std::uint32_t id) {
    std::uint32_t length = 0;
    const char* text = ts_query_string_value_for_id(query, id, &length);
    return {text, length};
}

std::string quoted(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\^$.|?*+()[]{}").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::vector<Condition> conditions_of(const TSQuery* query, std::uint32_t pattern) {
    std::vector<Condition> conditions;
    std::uint32_t count = 0;
    const TSQueryPredicateStep* steps = ts_query_predicates_for_pattern(query, pattern, &count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t first = i;
        while (i < count && steps[i].type != TSQueryPredicateStepTypeDone) ++i;
        if (i - first != 3 || steps[first].type != TSQueryPredicateStepTypeString ||
            steps[first + 1].type != TSQueryPredicateStepTypeCapture ||
            steps[first + 2].type != TSQueryPredicateStepTypeString) {
            continue;
        }
        const std::string_view name = text_of_string(query, steps[first].value_id);
        const std::string_view value = text_of_string(query, steps[first + 2].value_id);
        const bool matches = name == "match?" || name == "not-match?";
        if (!matches && name != "eq?" && name != "not-eq?") continue;
        Condition condition;
        condition.capture = steps[first + 1].value_id;
        condition.wanted = !name.starts_with("not-");
        condition.expression.assign(matches ? std::string(value) : "^" + quoted(value) + "$");
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

Compiled compile(const CodeGrammar& grammar) {
    Compiled compiled;
    std::uint32_t offset = 0;
    TSQueryError error = TSQueryErrorNone;
    compiled.query.reset(ts_query_new(grammar.language(), grammar.query.data(),
                                      static_cast<std::uint32_t>(grammar.query.size()), &offset,
                                      &error));
    if (!compiled.query) return compiled;
    const TSQuery* query = compiled.query.get();
    const bool is_data = grammar.name == "yaml" || grammar.name == "css";
    for (std::uint32_t i = 0; i < ts_query_capture_count(query); ++i) {
        std::uint32_t length = 0;
        const char* name = ts_query_capture_name_for_id(query, i, &length);
        const std::string_view capture(name, length);
        compiled.kinds.push_back(kind_of(capture, is_data));
        compiled.ranks.push_back(capture == object_key            ? 2
                                 : compiled.kinds.back() == plain ? 0
                                                                  : 1);
    }
    for (std::uint32_t i = 0; i < ts_query_pattern_count(query); ++i) {
        compiled.conditions.push_back(conditions_of(query, i));
    }
    return compiled;
}

// Compiles each query once. Afterwards it is only read, so several threads may share it.
const Compiled& compiled_query(const CodeGrammar& grammar) {
    static std::mutex mutex;
    static std::map<std::string_view, Compiled> all;
    const std::lock_guard lock(mutex);
    const auto found = all.find(grammar.name);
    return found != all.end() ? found->second
                              : all.emplace(grammar.name, compile(grammar)).first->second;
}

bool has_word(std::string_view words, std::string_view wanted) {
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        if (word == wanted) return true;
        words.remove_prefix(std::min(words.size(), word.size() + 1));
    }
    return false;
}

const CodeGrammar* grammar_of(std::string_view info) {
    if (info.starts_with("{.")) info.remove_prefix(2);  // Pandoc syntax
    const std::string name = lower_ascii(info.substr(0, info.find_first_of(" \t{},:")));
    if (name.empty()) return nullptr;
    for (const CodeGrammar& grammar : code_grammars()) {
        if (grammar.name == name || has_word(grammar.aliases, name)) return &grammar;
    }
    return nullptr;
}

struct Capture {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t pattern = 0;
    int rank = 0;
    char kind = plain;
};

bool all_met(const std::vector<Condition>& conditions, const TSQueryMatch& match,
             std::string_view code) {
    for (const Condition& condition : conditions) {
        for (std::uint16_t i = 0; i < match.capture_count; ++i) {
            const TSQueryCapture& capture = match.captures[i];
            if (capture.index != condition.capture) continue;
            const std::uint32_t begin = ts_node_start_byte(capture.node);
            const std::uint32_t end = ts_node_end_byte(capture.node);
            const bool met =
                std::regex_search(code.begin() + begin, code.begin() + end, condition.expression);
            if (met != condition.wanted) return false;
        }
    }
    return true;
}

std::vector<Capture> captures_of(const Compiled& compiled, const TSTree* tree,
                                 std::string_view code) {
    const Cursor cursor(ts_query_cursor_new());
    ts_query_cursor_exec(cursor.get(), compiled.query.get(), ts_tree_root_node(tree));
    std::vector<Capture> captures;
    TSQueryMatch match;
    while (ts_query_cursor_next_match(cursor.get(), &match)) {
        if (!all_met(compiled.conditions[match.pattern_index], match, code)) continue;
        for (std::uint16_t i = 0; i < match.capture_count; ++i) {
            const TSQueryCapture& capture = match.captures[i];
            captures.push_back({ts_node_start_byte(capture.node), ts_node_end_byte(capture.node),
                                match.pattern_index, compiled.ranks[capture.index],
                                compiled.kinds[capture.index]});
        }
    }
    return captures;
}

// Inner captures override outer ones. Of several captures of the same range, the one with the
// highest rank wins, then the one of the last pattern. Plain captures rank lowest, because grammars
// differ in where they put them.
std::string paint(std::vector<Capture> captures, std::size_t size) {
    std::sort(captures.begin(), captures.end(), [](const Capture& left, const Capture& right) {
        const auto key = [](const Capture& capture) {
            return std::tuple(capture.begin, ~capture.end, capture.rank, capture.pattern);
        };
        return key(left) < key(right);
    });
    std::string kinds(size, plain);
    for (const Capture& capture : captures) {
        const std::size_t end = std::min<std::size_t>(capture.end, size);
        for (std::size_t i = capture.begin; i < end; ++i) kinds[i] = capture.kind;
    }
    return kinds;
}

// Serializes the tokens. Line ends have no colour, so that each line of a comment is a separate
// token.
std::string written(const std::string& kinds, std::string_view code) {
    std::string out;
    std::size_t last = 0;
    for (std::size_t i = 0; i < kinds.size();) {
        if (code[i] == '\n') {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < kinds.size() && kinds[end] == kinds[i] && code[end] != '\n') ++end;
        if (kinds[i] != plain) {
            out += std::to_string(i - last) + kinds[i] + std::to_string(end - i) + '.';
            last = end;
        }
        i = end;
    }
    return out;
}

}  // namespace

std::string code_tokens(std::string_view code, std::string_view info) {
    const CodeGrammar* grammar = code.size() > longest_code ? nullptr : grammar_of(info);
    if (grammar == nullptr) return {};
    const Compiled& compiled = compiled_query(*grammar);
    if (!compiled.query) return {};
    const Parser parser(ts_parser_new());
    if (!ts_parser_set_language(parser.get(), grammar->language())) return {};
    const Tree tree(ts_parser_parse_string(parser.get(), nullptr, code.data(),
                                           static_cast<std::uint32_t>(code.size())));
    if (!tree) return {};
    return written(paint(captures_of(compiled, tree.get(), code), code.size()), code);
}

void color_code(std::vector<model::Node>& nodes) {
    for (model::Node& node : nodes) {
        if (node.kind == model::NodeKind::code_block) {
            node.tokens = code_tokens(node.text, node.info);
        }
        color_code(node.children);
    }
}

}  // namespace broadsheet::press
