// A template of a shortcode, in both languages, used in an article. It must end, and what is
// published must not contain anything that can run scripts. The input is the template, and after
// a zero byte the text of an article that uses it as "own".
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/published_html.h"
#include "press/shortcodes/templates.h"
#include "press/text/markdown.h"
#include "press/values/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet;
    const std::string all(reinterpret_cast<const char*>(data), size);
    const std::size_t end = std::min(all.find('\0'), all.size());
    const press::Decoded shortcode = press::decode_text(all.substr(0, end));
    const std::string article =
        end < all.size() ? all.substr(end + 1)
                         : "{{< own a b=\"c\" >}}*x* {{< own >}}{{< /own >}}{{< /own >}}\n"
                           "{{ own(a=\"b\") }} {% own() %}*y*{% end %}\n";
    const press::Decoded text = press::decode_text(article);
    if (shortcode.error || text.error) return 0;
    for (const auto language : {press::TemplateLanguage::go, press::TemplateLanguage::tera}) {
        const press::SiteShortcode own{"own.html",
                                       press::parse_shortcode_template(shortcode.text, language)};
        press::TemplateContext context;
        context.generator = language == press::TemplateLanguage::go ? press::Generator::hugo
                                                                    : press::Generator::zola;
        context.shortcode = [&](std::string_view name) { return name == "own" ? &own : nullptr; };
        const press::Expanded expanded = press::expand_templates(text.text, context);
        const press::ParsedMarkdown parsed = press::parse_markdown(expanded.text);
        const std::string html = tests::published_html(parsed.document);
        if (html.find("<script") != std::string::npos) std::abort();
    }
    return 0;
}
