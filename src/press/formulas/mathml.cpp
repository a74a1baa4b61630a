#include "press/formulas/mathml.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <vector>

#include "press/base/number.h"
#include "press/formulas/math_letters.h"
#include "strings/escape.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

// Elements with text.
constexpr auto tokens = std::to_array<std::string_view>({"mi", "mn", "mo", "ms", "mtext"});

// Elements with other elements. All others are replaced by their content.
constexpr auto containers = std::to_array<std::string_view>(
    {"merror", "mfrac",  "mmultiscripts", "mover", "mpadded", "mphantom",  "mprescripts",
     "mroot",  "mrow",   "mspace",        "msqrt", "mstyle",  "msub",      "msubsup",
     "msup",   "mtable", "mtd",           "mtr",   "munder",  "munderover"});

// The values that an attribute may have.
enum class Form { boolean, number, length, color };

struct AllowedAttribute {
    std::string_view name;
    Form form;
};

constexpr auto attributes = std::to_array<AllowedAttribute>({
    {"accent", Form::boolean},       {"accentunder", Form::boolean},
    {"columnspan", Form::number},    {"depth", Form::length},
    {"displaystyle", Form::boolean}, {"fence", Form::boolean},
    {"height", Form::length},        {"largeop", Form::boolean},
    {"linethickness", Form::length}, {"lspace", Form::length},
    {"mathbackground", Form::color}, {"mathcolor", Form::color},
    {"mathsize", Form::length},      {"maxsize", Form::length},
    {"minsize", Form::length},       {"movablelimits", Form::boolean},
    {"rowspan", Form::number},       {"rspace", Form::length},
    {"scriptlevel", Form::number},   {"separator", Form::boolean},
    {"stretchy", Form::boolean},     {"symmetric", Form::boolean},
    {"voffset", Form::length},       {"width", Form::length},
});

bool consists_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

// A number with a unit. Lengths over 100 could cover the rest of the page.
bool is_length(std::string_view value) {
    constexpr double longest = 100;
    const auto unit = value.find_first_not_of("+-.0123456789");
    if (unit == 0 || unit == std::string_view::npos) return value == "0";
    if (!strings::is_one_of(std::to_array<std::string_view>({"em", "ex", "px", "pt"}),
                            value.substr(unit))) {
        return false;
    }
    if (value[0] == '+') value.remove_prefix(1);
    const auto number = read_number(value);
    return number && number->value >= -longest && number->value <= longest;
}

bool fits(std::string_view value, Form form) {
    constexpr std::string_view letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    switch (form) {
        case Form::boolean: return value == "true" || value == "false";
        case Form::number: return value.size() <= 3 && consists_of(value, "+-0123456789");
        case Form::length: return is_length(value);
        case Form::color:
            return value.size() <= 30 &&
                   consists_of(value.substr(value.starts_with('#') ? 1 : 0), letters);
    }
    return false;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (true) {
        const auto begin = text.find_first_not_of(' ');
        if (begin == std::string_view::npos) return words;
        text.remove_prefix(begin);
        const auto end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

// The value of a list for a column or row; the last one counts for all others.
std::string_view value_for(const std::vector<std::string_view>& values, std::size_t number) {
    return values.empty() ? std::string_view() : values[std::min(number, values.size() - 1)];
}

// The lists of a table that say how its cells look.
struct TableLook {
    explicit TableLook(const pugi::xml_node& table)
        : alignment(words_of(table.attribute("columnalign").value())),
          spacing(words_of(table.attribute("columnspacing").value())),
          column_lines(words_of(table.attribute("columnlines").value())),
          row_lines(words_of(table.attribute("rowlines").value())) {}

    // The classes of a cell.
    std::string classes(std::size_t row, std::size_t column, bool last_row,
                        bool last_column) const {
        std::string out;
        const auto add = [&](bool wanted, std::string_view name) {
            if (wanted) out.append(out.empty() ? "" : " ").append(name);
        };
        const std::string_view side = value_for(alignment, column);
        add(side == "left" || side == "right", side);
        add(column > 0 && value_for(spacing, column - 1) == "0em", "tight-before");
        add(!last_column && value_for(spacing, column) == "0em", "tight-after");
        const auto is_line = [](std::string_view line) { return !line.empty() && line != "none"; };
        add(!last_column && is_line(value_for(column_lines, column)), "rule-after");
        add(!last_row && is_line(value_for(row_lines, row)), "rule-below");
        return out;
    }

    std::vector<std::string_view> alignment;
    std::vector<std::string_view> spacing;
    std::vector<std::string_view> column_lines;
    std::vector<std::string_view> row_lines;
};

class Cleaner {
  public:
    std::string take() { return std::move(out_); }

    void add(const pugi::xml_node& node) {
        const std::string_view name = node.name();
        if (strings::is_one_of(tokens, name)) return add_token(node);
        if (name == "mtable") return add_table(node);
        if (name == "menclose") return add_enclosed(node);
        if (name == "mpadded") return add_padded(node);
        if (!strings::is_one_of(containers, name)) return add_children(node);
        open(name, node, {});
        add_children(node);
        close(name);
    }

  private:
    void add_children(const pugi::xml_node& node) {
        for (const pugi::xml_node& child : node.children()) {
            if (child.type() == pugi::node_element) add(child);
        }
    }

    void attribute(std::string_view name, std::string_view value) {
        out_.append(" ").append(name).append("=\"");
        strings::append_xml(out_, value);
        out_ += '"';
    }

    void open(std::string_view name, const pugi::xml_node& node, std::string_view classes) {
        out_.append("<").append(name);
        if (!classes.empty()) attribute("class", classes);
        for (const auto& [allowed, form] : attributes) {
            const std::string_view value = node.attribute(allowed.data()).value();
            if (fits(value, form)) attribute(allowed, value);
        }
        out_ += '>';
    }

    void close(std::string_view name) { out_.append("</").append(name).append(">"); }

    // Some tokens of KaTeX contain elements, which HTML does not allow.
    void add_token(const pugi::xml_node& node) {
        const bool has_elements = std::any_of(
            node.begin(), node.end(),
            [](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
        if (has_elements) {
            open("mrow", node, {});
            add_children(node);
            return close("mrow");
        }
        const std::string_view variant = node.attribute("mathvariant").value();
        const std::string_view name = node.name();
        open(name, node, {});
        // A letter alone is italic unless it says that it is not.
        if (variant == "normal" && name == "mi") {
            out_.pop_back();
            attribute("mathvariant", "normal");
            out_ += '>';
        }
        strings::append_xml(out_, in_alphabet(node.text().get(), variant));
        close(name);
    }

    static bool is_glue(const pugi::xml_node& cell) {
        return std::string_view(cell.attribute("width").value()) == "50%";
    }

    void add_table(const pugi::xml_node& table) {
        const TableLook look(table);
        const bool wide = std::string_view(table.attribute("width").value()) == "100%";
        open("mtable", pugi::xml_node(), wide ? "wide" : "");
        if (wide) {
            out_.pop_back();
            attribute("displaystyle", "true");
            out_ += '>';
        }
        std::size_t row_number = 0;
        for (const pugi::xml_node& row : table.children("mtr")) {
            open("mtr", row, {});
            // A row without a number, among others with numbers.
            if (wide && !is_glue(row.child("mtd"))) out_ += "<mtd class=\"glue\"></mtd>";
            std::size_t column = 0;
            bool after_columns = false;
            for (const pugi::xml_node& cell : row.children("mtd")) {
                const bool glue = is_glue(cell);
                after_columns = after_columns || (glue && column > 0);
                const bool own = !glue && !after_columns;
                open("mtd", cell,
                     own    ? look.classes(row_number, column, !row.next_sibling("mtr"),
                                           !cell.next_sibling("mtd"))
                     : glue ? "glue"
                            : "");
                add_children(cell);
                close("mtd");
                if (own) ++column;
            }
            close("mtr");
            ++row_number;
        }
        close("mtable");
    }

    void add_enclosed(const pugi::xml_node& node) {
        std::string classes;
        for (const std::string_view each : words_of(node.attribute("notation").value())) {
            const std::string_view name = each == "box"                  ? "box"
                                          : each == "updiagonalstrike"   ? "strike-up"
                                          : each == "downdiagonalstrike" ? "strike-down"
                                          : each == "horizontalstrike"   ? "strike-through"
                                                                         : "";
            if (!name.empty()) classes.append(classes.empty() ? "" : " ").append(name);
        }
        open("mrow", pugi::xml_node(), classes);
        add_children(node);
        close("mrow");
    }

    // Core has no sizes that add to those of the content. Space before and after it stands for
    // them.
    void add_padded(const pugi::xml_node& node) {
        const std::string_view width = node.attribute("width").value();
        if (!width.starts_with('+')) {
            open("mpadded", node, {});
            add_children(node);
            return close("mpadded");
        }
        const std::string_view before = node.attribute("lspace").value();
        const std::string_view color = node.attribute("mathbackground").value();
        out_ += "<mrow";
        if (fits(color, Form::color)) attribute("mathbackground", color);
        out_ += '>';
        add_space(before);
        add_children(node);
        add_space(before);  // KaTeX adds as much on both sides
        out_ += "</mrow>";
    }

    void add_space(std::string_view width) {
        if (!is_length(width)) return;
        out_ += "<mspace";
        attribute("width", width);
        out_ += "></mspace>";
    }

    std::string out_;
};

}  // namespace

std::string clean_mathml(std::string_view markup) {
    pugi::xml_document document;
    // Spaces are part of texts. The default would drop texts that are nothing else.
    constexpr unsigned int options = pugi::parse_default | pugi::parse_ws_pcdata;
    if (!document.load_buffer(markup.data(), markup.size(), options, pugi::encoding_utf8))
        return {};
    const pugi::xml_node math = document.find_node(
        [](const pugi::xml_node& node) { return std::string_view(node.name()) == "math"; });
    pugi::xml_node formula = math.child("semantics");
    formula = formula ? formula.first_child() : math.first_child();
    if (!formula) return {};
    Cleaner cleaner;
    cleaner.add(formula);
    std::string out = cleaner.take();
    if (out == "<mrow></mrow>") return {};
    const bool single = out.starts_with("<mrow>") || out.starts_with("<mtable");
    return single ? out : "<mrow>" + out + "</mrow>";
}

}  // namespace broadsheet::press
