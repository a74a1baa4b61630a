#include "press/html/html_form.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "press/html/html_attributes.h"
#include "press/html/html_elements.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;
using Labels = std::unordered_map<std::string, std::string>;  // by the identifier of their field

// The text without that of fields and of what is not shown.
void append_label(const GumboVector& children, std::string& out) {
    for (unsigned int i = 0; i < children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (child->type == GUMBO_NODE_ELEMENT) {
            const GumboElement& element = child->v.element;
            const Treatment treatment = rule_of(element_name(element)).treatment;
            if (treatment != Treatment::drop && treatment != Treatment::plug_in &&
                treatment != Treatment::drop_quietly) {
                append_label(element.children, out);
            }
        } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE) {
            out += child->v.text.text;
        }
    }
}

std::string label_text(const GumboElement& element) {
    std::string text;
    append_label(element.children, text);
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (!text.empty() && (text.back() == ' ' || text.back() == '*' || text.back() == ':')) {
        text.pop_back();
    }
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    return text;
}

void collect_labels(const GumboVector& children, Labels& labels) {
    for (unsigned int i = 0; i < children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (child->type != GUMBO_NODE_ELEMENT) continue;
        const GumboElement& element = child->v.element;
        if (element.tag == GUMBO_TAG_LABEL && has_attribute(element, "for")) {
            labels[std::string(attribute(element, "for"))] = label_text(element);
        }
        collect_labels(element.children, labels);
    }
}

void add_choices(const GumboVector& children, std::string& choices) {
    for (unsigned int i = 0; i < children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (child->type != GUMBO_NODE_ELEMENT) continue;
        if (child->v.element.tag != GUMBO_TAG_OPTION) {
            add_choices(child->v.element.children, choices);
            continue;
        }
        const std::string text = label_text(child->v.element);
        if (text.empty()) continue;
        if (!choices.empty()) choices += '\n';
        choices += text;
    }
}

// Netlify reads both names.
std::string_view either_attribute(const GumboElement& element, const std::string& name) {
    const std::string_view with_data = attribute(element, ("data-" + name).c_str());
    return with_data.empty() ? attribute(element, name.c_str()) : with_data;
}

bool is_for_netlify(const GumboElement& element) {
    return has_attribute(element, "data-netlify") || has_attribute(element, "netlify");
}

// Adds the fields among some elements to a form.
class FieldReader {
  public:
    // `trap`: name of the field that only programs fill in; may be empty.
    FieldReader(const Labels& labels, std::string_view trap, std::set<std::string>& dropped)
        : labels_(labels), trap_(trap), dropped_(dropped) {}

    void add_fields(const GumboVector& children, const std::string& label, Node& form) {
        for (unsigned int i = 0; i < children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT) continue;
            const GumboElement& element = child->v.element;
            switch (element.tag) {
                case GUMBO_TAG_LABEL:
                    add_fields(element.children, label_text(element), form);
                    break;
                case GUMBO_TAG_BUTTON: form.text = label_text(element); break;
                case GUMBO_TAG_INPUT:
                case GUMBO_TAG_TEXTAREA:
                case GUMBO_TAG_SELECT: add_field(element, label, form); break;
                default: add_fields(element.children, label, form);
            }
        }
    }

  private:
    // Styles hide such a field, and articles have none. The names are those of Formspree, Basin,
    // Web3Forms, FormSubmit and Netlify's example; Mailchimp's is of the list.
    bool is_trap(std::string_view name, const GumboElement& element) const {
        static constexpr auto names = std::to_array<std::string_view>(
            {"_gotcha", "botcheck", "_honey", "_honeypot", "bot-field"});
        const bool is_of_list =
            name.starts_with("b_") && std::string_view(attribute(element, "tabindex")) == "-1";
        return (!trap_.empty() && name == trap_) || is_of_list ||
               std::find(names.begin(), names.end(), name) != names.end();
    }

    void add_field(const GumboElement& element, const std::string& label, Node& form) {
        static constexpr auto types = std::to_array<std::string_view>(
            {"text", "email", "url", "tel", "number", "date", "checkbox", "hidden", "trap"});
        const std::string name = element_name(element);
        const std::string written = strings::lower_ascii(attribute(element, "type"));
        std::string_view type = name == "input" ? std::string_view(written) : name;
        if (type == "submit") {
            form.text = attribute(element, "value");
            return;
        }
        if (name == "input" && type.empty()) type = "text";
        if (name == "input" && is_trap(attribute(element, "name"), element)) type = "trap";
        const bool known =
            name != "input" || std::find(types.begin(), types.end(), type) != types.end();
        if (!known || attribute(element, "name").empty()) {
            dropped_.insert(name);
            return;
        }
        Node field;
        field.kind = NodeKind::field;
        field.info = type;
        field.title = attribute(element, "name");
        field.ordered = has_attribute(element, "required");
        field.text = label;
        const auto named = labels_.find(std::string(attribute(element, "id")));
        if (field.text.empty() && named != labels_.end()) field.text = named->second;
        for (const char* other : {"aria-label", "placeholder"}) {
            if (field.text.empty()) field.text = attribute(element, other);
        }
        if (name == "select") {
            add_choices(element.children, field.tokens);
        } else {
            // A filled trap would make every message one of a program's.
            if (type != "trap") field.tokens = attribute(element, "value");
        }
        form.children.push_back(std::move(field));
    }

    const Labels& labels_;
    std::string_view trap_;
    std::set<std::string>& dropped_;
};

}  // namespace

std::optional<Node> read_form(const GumboElement& element, std::set<std::string>& dropped) {
    Node form;
    form.kind = NodeKind::form;
    form.target = attribute(element, "action");
    if (form.target.empty() && is_for_netlify(element)) form.target = "/";
    if (!model::is_form_target(form.target)) return std::nullopt;
    const std::string method = strings::lower_ascii(attribute(element, "method"));
    form.info = method == "get" ? "get" : "post";
    if (is_for_netlify(element)) form.title = attribute(element, "name");
    Labels labels;
    collect_labels(element.children, labels);
    FieldReader(labels, either_attribute(element, "netlify-honeypot"), dropped)
        .add_fields(element.children, {}, form);
    if (form.children.empty()) return std::nullopt;
    return form;
}

}  // namespace broadsheet::press
