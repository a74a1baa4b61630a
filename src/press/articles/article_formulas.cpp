#include "press/articles/article_formulas.h"

#include <utility>

#include "press/articles/formula_numbers.h"
#include "press/config/content_folder.h"
#include "press/formulas/formula_setter.h"
#include "press/formulas/formula_words.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

// A warning at an offset in the article's body.
void warn(SourceArticle& article, std::size_t offset, std::string what, std::string remedy) {
    Diagnostic warning;
    warning.severity = Severity::warning;
    warning.position = position_of(article.text, article.body_offset + offset);
    warning.what = std::move(what);
    warning.remedy = std::move(remedy);
    article.report(std::move(warning));
}

}  // namespace

ArticleFormulas::ArticleFormulas(const SourceArticle& article, const ContentFolder& content)
    : source_(article.body_text()),
      active_(article.fields.math.value_or(content.config.math)),
      single_dollars_(content.config.single_dollars),
      display_stands_alone_(content.generator == Generator::jekyll) {
    const bool has_double = content.config.double_dollars && !article.fields.math &&
                            source_.find("$$") != std::string_view::npos;
    if (!active_ && has_double) {
        active_ = true;
        single_dollars_ = false;
    }
    if (is_html(article.file.path)) active_ = false;
    if (active_) marked_ = mark_formulas(source_, single_dollars_);
}

std::string_view ArticleFormulas::marked_text() const {
    return active_ ? std::string_view(marked_.text) : source_;
}

std::string ArticleFormulas::in_words(const std::string& line) const {
    if (!active_ || line.find_first_of("$\\") == std::string::npos) return line;
    const FormulaText marked = mark_formulas(line, single_dollars_);
    std::string out;
    std::size_t at = 0;
    for (const MarkedFormula& formula : marked.formulas) {
        const std::size_t begin = line.find(formula.source, at);
        if (begin == std::string::npos) continue;
        const std::string words = formula_words(set_formula(formula.tex, false).mathml);
        out.append(line, at, begin - at);
        out += words.empty() ? formula.source : words;
        at = begin + formula.source.size();
    }
    return out + line.substr(at);
}

void ArticleFormulas::place(Article& article) const {
    for (const std::size_t offset : marked_.unclosed) {
        warn(article, offset, "the formula is not closed, so it is shown as text",
             "end it with the signs that it begins with");
    }
    FormulaNumbers numbers;
    FormulaPlacing placing;
    placing.display_stands_alone = display_stands_alone_;
    placing.set = [&](const MarkedFormula& formula, bool display) {
        SetFormula set = set_formula(formula.tex, display);
        if (set.error.empty()) {
            numbers.number(set.mathml);
            return std::move(set.mathml);
        }
        warn(article, formula.offset + (formula.whole ? set.offset : 0),
             "a formula cannot be set, so its TeX is shown: " + set.error,
             "correct it, or write dollars that are money as \\$");
        return std::string();
    };
    place_formulas(article.body, marked_, placing);
    for (const std::string& label : numbers.refer(article.body)) {
        article.report_at("ref{" + label + "}", Severity::warning,
                          "no numbered formula has the label " + strings::in_quotes(label),
                          "add \\label{" + label + "} to its row, or correct the name");
    }
}

}  // namespace broadsheet::press
