#include "press/shortcodes/form_shortcode.h"

#include <doctest/doctest.h>

#include <string>

#include "press/html/html.h"

namespace broadsheet::press {

namespace {

FormShortcode expanded(const std::string& arguments) {
    return expand_form(parse_template_arguments("form " + arguments));
}

// The form as the cleaner reads it; the shortcode writes what the cleaner accepts.
model::Node form_of(const std::string& arguments) {
    const FormShortcode form = expanded(arguments);
    INFO(arguments);
    INFO(form.problem);
    const CleanedHtml cleaned = clean_html(form.html);
    CHECK(cleaned.dropped_elements.empty());
    REQUIRE(cleaned.document.blocks.size() == 1);
    REQUIRE(cleaned.document.blocks[0].kind == model::NodeKind::form);
    return cleaned.document.blocks[0];
}

// "name:type", with a star if the field is required.
std::string fields_of(const model::Node& form) {
    std::string all;
    for (const model::Node& field : form.children) {
        all +=
            (all.empty() ? "" : " ") + field.title + ":" + field.info + (field.ordered ? "*" : "");
    }
    return all;
}

}  // namespace

TEST_CASE("a form has the fields of its preset, or those that are written") {
    const model::Node contact = form_of("action=\"https://a.example/x?y=1\"");
    CHECK(contact.target == "https://a.example/x?y=1");
    CHECK(contact.info == "post");
    CHECK(fields_of(contact) == "name:text email:email* message:textarea* website:trap");
    CHECK(fields_of(form_of("/thanks/ preset=newsletter")) == "email:email* website:trap");
    const model::Node own = form_of(
        "/x fields=\"phone: Call \\\"me\\\", topic*: About = Water | Street & lane, consent*: "
        "Yes\" "
        "button=\"Go & see\"");
    CHECK(fields_of(own) == "phone:tel topic:select* consent:checkbox* website:trap");
    CHECK(own.children[0].text == "Call \"me\"");
    CHECK(own.children[1].text == "About");
    CHECK(own.children[1].tokens == "Water\nStreet & lane");
    CHECK(own.text == "Go & see");
}

TEST_CASE("providers have their own addresses, names and traps") {
    const model::Node formspree = form_of("provider=formspree id=abc");
    CHECK(formspree.target == "https://formspree.io/f/abc");
    CHECK(fields_of(formspree) == "name:text email:email* message:textarea* _gotcha:trap");
    const model::Node netlify = form_of("provider=netlify id=letters action=/thanks/");
    CHECK(netlify.target == "/thanks/");
    CHECK(netlify.title == "letters");
    CHECK(netlify.children[0].tokens == "letters");
    const model::Node buttondown = form_of("provider=Buttondown id=paper");
    CHECK(buttondown.target == "https://buttondown.com/api/emails/embed-subscribe/paper");
    CHECK(fields_of(buttondown) == "embed:hidden email:email*");
    const model::Node basin = form_of("provider=basin id=1a2b");
    CHECK(basin.target == "https://usebasin.com/f/1a2b");
    CHECK(fields_of(basin) == "name:text email:email* message:textarea* _gotcha:trap");
    const model::Node web3forms = form_of("provider=web3forms id=12-ab");
    CHECK(web3forms.target == "https://api.web3forms.com/submit");
    CHECK(fields_of(web3forms) ==
          "access_key:hidden name:text email:email* message:textarea* botcheck:trap");
    CHECK(web3forms.children[0].tokens == "12-ab");
    const model::Node mailchimp = form_of(
        "provider=mailchimp action=\"https://x.us1.list-manage.com/subscribe/post?u=12&id=34\" "
        "fields=\"name, email*\"");
    CHECK(fields_of(mailchimp) == "FNAME:text EMAIL:email* b_12_34:trap");
}

TEST_CASE("a form that cannot work is reported") {
    for (const char* arguments :
         {"", "provider=formspee id=a", "provider=formspree", "provider=netlify id=\"a b\"",
          "action=\"javascript:alert(1)\"", "action=\"//other.example\"", "action=x.php",
          "action=\"https://a.example;script-src *\"", "action=\"https://user@a.example/\"",
          "action=/x preset=contract", "action=/x fields=\" , \""}) {
        const FormShortcode form = expanded(arguments);
        INFO(arguments);
        CHECK(form.html.empty());
        CHECK(!form.problem.empty());
        CHECK(!form.remedy.empty());
    }
    CHECK(expanded("provider=formspee id=a").remedy == "did you mean \"formspree\"?");
}

TEST_CASE("HTML forms keep their fields, with labels from wherever they are") {
    const CleanedHtml cleaned = clean_html(
        "<form action='https://a.example/' method=get><p><label for=a>Your name:</label> "
        "<input id=a name=who required></p><div><label>Town <select name=town><option>Linhai"
        "<optgroup><option>Wadi Nur</optgroup></select></label></div><textarea name=t "
        "placeholder=Text></textarea><input type=password name=p><input name=''><input type=submit "
        "value=Ask></form>");
    REQUIRE(cleaned.document.blocks.size() == 1);
    const model::Node& form = cleaned.document.blocks[0];
    CHECK(form.info == "get");
    CHECK(form.text == "Ask");
    CHECK(fields_of(form) == "who:text* town:select t:textarea");
    CHECK(form.children[0].text == "Your name");
    CHECK(form.children[1].text == "Town");
    CHECK(form.children[1].tokens == "Linhai\nWadi Nur");
    CHECK(form.children[2].text == "Text");
    CHECK(cleaned.dropped_elements.contains("input"));
}

// As Netlify, Formspree and Mailchimp give them to be copied: their styles hide the trap.
TEST_CASE("the traps of copied forms stay out of sight") {
    for (const auto& [html, fields] : std::initializer_list<std::pair<const char*, const char*>>{
             {"<form name=contact netlify netlify-honeypot=fax-number METHOD=POST><p class=hidden>"
              "<label>Do not fill this in: <input name=fax-number></label></p><label>Mail <input "
              "type=Email name=email></label><button>Send</button></form>",
              "fax-number:trap email:email"},
             {"<form name=c method=post data-netlify=true data-netlify-honeypot=bot-field><input "
              "type=hidden name=bot-field value=x><input type=email name=email></form>",
              "bot-field:trap email:email"},
             {"<form action=https://formspree.io/f/x method=POST><input type=text name=_gotcha "
              "style=display:none><input type=email name=email></form>",
              "_gotcha:trap email:email"},
             {"<form action=https://a.us1.list-manage.com/subscribe/post><input type=email "
              "name=EMAIL><div style='position:absolute'><input name=b_12_34 tabindex=-1></div>"
              "</form>",
              "EMAIL:email b_12_34:trap"}}) {
        const CleanedHtml cleaned = clean_html(html);
        REQUIRE(cleaned.document.blocks.size() == 1);
        const model::Node& form = cleaned.document.blocks[0];
        CHECK(fields_of(form) == fields);
        CHECK(form.info == "post");
        for (const model::Node& field : form.children) CHECK(field.tokens.empty());
    }
    CHECK(clean_html("<form action=/find/ METHOD=GET><input name=q></form>")
              .document.blocks[0]
              .info == "get");
}

TEST_CASE("form-options: a form may use GET, and unknown options are named") {
    CHECK(form_of("action=/find/ fields=q method=get").info == "get");
    CHECK(expanded("action=/x method=put").problem == "\"put\" is not a method of a form");
    CHECK(expanded("action=/x field=name").problem == "a form has no option \"field\"");
    CHECK(expanded("action=/x field=name").remedy == "did you mean \"fields\"?");
}

}  // namespace broadsheet::press
