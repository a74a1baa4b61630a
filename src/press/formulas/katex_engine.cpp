#include "press/formulas/katex_engine.h"

#include <quickjs.h>
#include <zlib.h>

#include <charconv>

#include "press/formulas/katex_file.h"

namespace broadsheet::press {

namespace {

constexpr std::size_t memory_limit = std::size_t{64} << 20U;
constexpr std::size_t stack_limit = std::size_t{512} << 10U;
// How often the engine may ask whether to stop. It asks every 10,000 steps, so this is about two
// seconds. Steps are counted instead of time, so that each machine makes the same site.
constexpr int max_questions = 4000;

// `trust` is off: no links, pictures, classes and styles. `strict` is off: what LaTeX would not
// accept, such as letters outside ASCII, is set. KaTeX knows neither labels nor references, so both
// become marks.
//
// KaTeX leaves the numbers of the rows of align and its like to a style sheet, and the author's
// \tag too. They are written into their cells: `number_mark` for a number that counts.
constexpr std::string_view wrapper = R"js((source, display) => {
    // KaTeX knows no characters of private use, so a mark is a word until the formula is set.
    const mark = (word, name) => {
        const bytes = unescape(encodeURIComponent(name.trim()));
        const digits = [...bytes].map(each => each.charCodeAt(0).toString(16).padStart(2, '0')).join('');
        return '\\text{broadsheet' + word + digits + 'z}';
    };
    const tex = source.replace(/\\label\s*\{([^{}]*)\}/g, (_, name) => mark('label', name))
        .replace(/\\ref\s*\{([^{}]*)\}/g, (_, name) => mark('ref', name))
        .replace(/\\eqref\s*\{([^{}]*)\}/g, (_, name) => '\\text{(}' + mark('ref', name) + '\\text{)}');
    const marked = markup => markup.replace(/broadsheet(label|ref)([0-9a-f]*)z/g, (_, word, digits) => {
        const sign = word === 'label' ? '\uE001' : '\uE002';
        return sign + digits + sign;
    });
    let refused = '';
    const trust = ({ command }) => {
        refused ||= command;
        return false;
    };
    const settings = () => ({ displayMode: display, output: 'mathml', trust, strict: 'ignore', maxSize: 50,
        maxExpand: 1000 });
    const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const textOf = node => Array.isArray(node) ? node.map(textOf).join('')
        : node.type === 'spacing' ? ' ' : node.text ?? textOf(node.body ?? []);
    const tagsOf = node => node === null || typeof node !== 'object' ? []
        : [...node.type === 'array' && node.tags ? node.tags : [],
            ...Object.entries(node).flatMap(([name, value]) => name === 'loc' ? [] : tagsOf(value))];
    const numbered = markup => {
        const tags = tagsOf(katex.__parse(tex, settings())).filter(tag => tag);
        return markup.replace('<mtable', '<mtable width="100%"')
            .replace(/<mtd class ?="mtr-glue">/g, '<mtd width="50%">')
            .replace(/<mtd class ?="mml-eqn-num">/g, () => {
                const tag = tags.shift();
                return '<mtd><mtext>' + (Array.isArray(tag) ? escaped(textOf(tag)) : '(\uE000)') + '</mtext>';
            });
    };
    try {
        const markup = katex.renderToString(tex, settings());
        if (refused) return 'e-1 ' + refused + ' is not allowed: formulas have no links, pictures and HTML';
        return 'm' + marked(markup.includes('mml-eqn-num') ? numbered(markup) : markup);
    } catch (error) {
        if (!(error instanceof katex.ParseError)) throw error;
        // The place is that of the author's text.
        return 'e' + (tex === source ? error.position ?? -1 : -1) + ' ' + error.rawMessage;
    }
})js";

std::string katex_source() {
    std::string source(katex_size(), '\0');
    auto size = static_cast<uLongf>(source.size());
    const std::string_view packed = compressed_katex();
    uncompress(reinterpret_cast<Bytef*>(source.data()), &size,
               reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
    return source;
}

// The `this` of a call that has none. QuickJS' own name for it is not C++.
constexpr JSValue no_object{};

KatexAnswer answer_of(std::string_view text) {
    KatexAnswer answer;
    if (text.starts_with('m')) {
        answer.markup = text.substr(1);
        return answer;
    }
    const auto space = text.find(' ');
    std::from_chars(text.data() + 1, text.data() + space, answer.error_place);
    answer.error = text.substr(space + 1);
    return answer;
}

}  // namespace

struct KatexEngine::State {
    JSRuntime* runtime = nullptr;
    JSContext* context = nullptr;
    JSValue function{};
    int questions = 0;
    bool exhausted = false;

    static int ask(JSRuntime*, void* state) {
        auto& self = *static_cast<State*>(state);
        self.exhausted = self.exhausted || ++self.questions > max_questions;
        return self.exhausted ? 1 : 0;
    }

    JSValue evaluate(const std::string& source, const char* name) const {
        return JS_Eval(context, source.c_str(), source.size(), name, JS_EVAL_TYPE_GLOBAL);
    }
};

KatexEngine::KatexEngine() : state_(std::make_unique<State>()) {
    State& state = *state_;
    state.runtime = JS_NewRuntime();
    JS_SetMemoryLimit(state.runtime, memory_limit);
    JS_SetMaxStackSize(state.runtime, stack_limit);
    state.context = JS_NewContext(state.runtime);
    JS_FreeValue(state.context, state.evaluate(katex_source(), "katex"));
    state.function = state.evaluate(std::string(wrapper), "wrapper");
    JS_SetInterruptHandler(state.runtime, State::ask, &state);
}

KatexEngine::~KatexEngine() {
    JS_FreeValue(state_->context, state_->function);
    JS_FreeContext(state_->context);
    JS_FreeRuntime(state_->runtime);
}

bool KatexEngine::is_exhausted() const { return state_->exhausted; }

KatexAnswer KatexEngine::run(std::string_view tex, bool display) {
    State& state = *state_;
    JS_UpdateStackTop(state.runtime);  // the thread may be another one
    state.questions = 0;
    JSValue arguments[] = {JS_NewStringLen(state.context, tex.data(), tex.size()),
                           JS_NewBool(state.context, display ? 1 : 0)};
    const JSValue result = JS_Call(state.context, state.function, no_object, 2, arguments);
    JS_FreeValue(state.context, arguments[0]);
    KatexAnswer answer;
    std::size_t size = 0;
    const char* text =
        JS_IsException(result) ? nullptr : JS_ToCStringLen(state.context, &size, result);
    if (text == nullptr) {
        JS_FreeValue(state.context, JS_GetException(state.context));
        state.exhausted = true;
        answer.error = "the formula needs too much time or memory";
    } else {
        answer = answer_of({text, size});
        JS_FreeCString(state.context, text);
    }
    JS_FreeValue(state.context, result);
    return answer;
}

}  // namespace broadsheet::press
