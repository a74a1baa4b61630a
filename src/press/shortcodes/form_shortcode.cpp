#include "press/shortcodes/form_shortcode.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "press/base/nearest_name.h"
#include "press/html/entity.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using strings::trimmed;

constexpr std::string_view trap_name = "website";

struct Field {
    std::string name;
    std::string label;  // empty: that of the interface
    std::string choices;
    bool required = false;
};

// "name*: Label = A | B"
Field field_of(std::string_view text) {
    Field field;
    if (const auto choices = text.find('='); choices != std::string_view::npos) {
        field.choices = trimmed(text.substr(choices + 1));
        text = text.substr(0, choices);
    }
    if (const auto label = text.find(':'); label != std::string_view::npos) {
        field.label = trimmed(text.substr(label + 1));
        text = text.substr(0, label);
    }
    text = trimmed(text);
    field.required = text.ends_with('*');
    if (field.required) text.remove_suffix(1);
    field.name = trimmed(text);
    return field;
}

std::vector<Field> fields_of(std::string_view list) {
    std::vector<Field> fields;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        Field field = field_of(list.substr(0, end));
        if (!field.name.empty()) fields.push_back(std::move(field));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return fields;
}

// The type of a field by its name.
std::string_view type_of(const Field& field) {
    static constexpr auto types =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"email", "email"},
                                                                      {"phone", "tel"},
                                                                      {"tel", "tel"},
                                                                      {"url", "url"},
                                                                      {"date", "date"},
                                                                      {"number", "number"},
                                                                      {"message", "textarea"},
                                                                      {"comment", "textarea"},
                                                                      {"consent", "checkbox"}});
    if (!field.choices.empty()) return "select";
    const std::string name = strings::lower_ascii(field.name);
    for (const auto& [each, type] : types) {
        if (each == name) return type;
    }
    return "text";
}

void append_field(std::string& out, const Field& field) {
    const std::string_view type = type_of(field);
    const std::string rest =
        " name=\"" + escaped(field.name) + "\"" + (field.required ? " required" : "") + ">";
    out += "<label>" + escaped(field.label);
    if (type == "textarea") {
        out += "<textarea" + rest + "</textarea>";
    } else if (type == "select") {
        out += "<select" + rest;
        std::string_view choices = field.choices;
        while (!choices.empty()) {
            const std::size_t end = std::min(choices.find('|'), choices.size());
            out += "<option>" + escaped(trimmed(choices.substr(0, end))) + "</option>";
            choices.remove_prefix(std::min(end + 1, choices.size()));
        }
        out += "</select>";
    } else {
        out += "<input type=\"" + std::string(type) + "\"" + rest;
    }
    out += "</label>";
}

void append_input(std::string& out, std::string_view type, std::string_view name,
                  std::string_view value) {
    out += "<input type=\"" + std::string(type) + "\" name=\"" + escaped(name) + "\" value=\"" +
           escaped(value) + "\">";
}

FormShortcode wrong(std::string problem, std::string remedy) {
    return {{}, std::move(problem), std::move(remedy)};
}

// Where a form sends to, and what its provider wants besides the fields.
struct Receiver {
    std::string action;
    std::string name;           // of the form, for Netlify
    std::string trap;           // name of the field that only programs fill in
    std::string hidden_name{};  // of a hidden field
    std::string hidden_value{};
};

constexpr std::array<std::string_view, 6> providers = {"formspree", "netlify",   "buttondown",
                                                       "mailchimp", "web3forms", "basin"};

Receiver receiver_of(std::string_view provider, const std::string& id, std::string action) {
    if (provider == "formspree") return {"https://formspree.io/f/" + id, {}, "_gotcha"};
    if (provider == "basin") return {"https://usebasin.com/f/" + id, {}, "_gotcha"};
    if (provider == "web3forms") {
        return {"https://api.web3forms.com/submit", {}, "botcheck", "access_key", id};
    }
    if (provider == "netlify") {
        return {action.empty() ? "/" : action, id, std::string(trap_name), "form-name", id};
    }
    if (provider == "buttondown") {
        return {"https://buttondown.com/api/emails/embed-subscribe/" + id, {}, {}, "embed", "1"};
    }
    if (provider == "mailchimp") {
        // The trap is named after the parameters u and id of the address.
        const auto value = [&](std::string_view key) {
            const auto at = action.find(key);
            if (at == std::string::npos) return std::string();
            const auto begin = at + key.size();
            return action.substr(begin, action.find('&', begin) - begin);
        };
        std::string trap = "b_" + value("u=") + "_" + value("&id=");
        return {std::move(action), {}, std::move(trap)};
    }
    return {std::move(action), {}, std::string(trap_name)};
}

}  // namespace

FormShortcode expand_form(const TemplateArguments& arguments) {
    static const std::vector<std::string_view> options = {"action", "button", "fields",  "id",
                                                          "method", "preset", "provider"};
    for (const auto& [name, value] : arguments.named) {
        if (std::find(options.begin(), options.end(), name) != options.end()) continue;
        const auto nearest = nearest_name(name, options);
        return wrong("a form has no option \"" + name + "\"",
                     nearest ? "did you mean \"" + *nearest + "\"?" : "remove it");
    }
    const std::string method = strings::lower_ascii(arguments.get("method"));
    if (!method.empty() && method != "get" && method != "post") {
        return wrong("\"" + method + "\" is not a method of a form", "use post or get");
    }
    const std::string provider = strings::lower_ascii(arguments.get("provider"));
    const std::string id = arguments.get("id");
    const std::string action = arguments.get("action", 0);
    const bool known = std::find(providers.begin(), providers.end(), provider) != providers.end();
    if (!provider.empty() && !known) {
        const auto nearest = nearest_name(provider, {providers.begin(), providers.end()});
        return wrong("unknown provider \"" + provider + "\" of a form",
                     nearest ? "did you mean \"" + *nearest + "\"?"
                             : "write its address: {{< form action=\"https://…\" >}}");
    }
    if (known && provider != "mailchimp" && id.empty()) {
        return wrong("the form has no id at " + provider,
                     "write {{< form provider=\"" + provider + "\" id=\"…\" >}}");
    }
    const bool plain_id = std::all_of(id.begin(), id.end(), [](char c) {
        return strings::is_letter(c) || strings::is_digit(c) || c == '-' || c == '_';
    });
    if (!plain_id) {
        return wrong("\"" + id + "\" is not the id of a form", "use letters, digits, - and _");
    }
    const Receiver receiver = receiver_of(provider, id, action);
    if (receiver.action.empty()) {
        return wrong("the form has no address to send to",
                     "write {{< form action=\"https://…\" >}}");
    }
    if (!model::is_form_target(receiver.action)) {
        return wrong("\"" + receiver.action + "\" is not an address that a form may send to",
                     "use an https: URL or a path of this site");
    }
    const std::string preset = arguments.get("preset");
    const bool newsletter =
        preset == "newsletter" || provider == "buttondown" || provider == "mailchimp";
    if (!preset.empty() && preset != "newsletter" && preset != "contact") {
        return wrong("unknown preset \"" + preset + "\" of a form",
                     "use contact or newsletter, or write fields=\"name, email*, message*\"");
    }
    std::string list = arguments.get("fields");
    if (list.empty()) list = newsletter ? "email*" : "name, email*, message*";
    std::vector<Field> fields = fields_of(list);
    if (fields.empty()) return wrong("the form has no fields", "write fields=\"email*\"");
    std::string out = "\n\n<form method=\"" + (method.empty() ? "post" : method) + "\" action=\"" +
                      escaped(receiver.action) + "\"";
    if (!receiver.name.empty())
        out += " data-netlify=\"true\" name=\"" + escaped(receiver.name) + "\"";
    out += ">";
    if (!receiver.hidden_name.empty()) {
        append_input(out, "hidden", receiver.hidden_name, receiver.hidden_value);
    }
    for (Field& field : fields) {
        // Mailchimp's names are in capitals.
        if (provider == "mailchimp" && field.name == "email") field.name = "EMAIL";
        if (provider == "mailchimp" && field.name == "name") field.name = "FNAME";
        append_field(out, field);
    }
    if (!receiver.trap.empty()) append_input(out, "trap", receiver.trap, "");
    return {out + "<button>" + escaped(arguments.get("button")) + "</button></form>\n\n", {}, {}};
}

}  // namespace broadsheet::press
