#include "models/text/JsonPath.h"

#include "models/text/GoValue.h"
#include "models/text/JsonPathEvaluation.h"

#include <utility>

namespace text {

base::Result<JsonPath> JsonPath::parse(std::string_view text)
{
    auto nodes = jsonpath::parseTemplate(text);
    if (!nodes)
        return nodes.error();
    JsonPath path;
    path.m_nodes = *std::move(nodes);
    return path;
}

base::Result<std::string> JsonPath::print(const Value &data) const
{
    return print(data, Limits());
}

base::Result<std::string> JsonPath::print(const Value &data, const Limits &limits) const
{
    jsonpath::Evaluation evaluation(m_nodes, limits);
    if (!evaluation.run(data))
        return evaluation.error();
    std::string out;
    for (const auto &found : evaluation.results()) {
        for (std::size_t i = 0; i < found.size(); ++i) {
            out += i > 0 ? " " : "";
            out += goPrinted(*found[i]);
            if (out.size() > limits.outputBytes)
                return base::makeError(base::ErrorKind::TooLarge, "the template prints too much");
        }
    }
    return out;
}

base::Result<std::vector<Value>> JsonPath::find(const Value &data) const
{
    jsonpath::Evaluation evaluation(m_nodes, Limits());
    if (!evaluation.run(data))
        return evaluation.error();
    std::vector<Value> values;
    if (!evaluation.results().empty()) {
        for (const Value *value : evaluation.results().front())
            values.push_back(*value);
    }
    return values;
}

base::Result<std::string> relaxedJsonPath(std::string_view expression)
{
    if (expression.empty())
        return std::string();
    std::string_view path = expression;
    if (path.size() > 1 && path.front() == '{' && path.back() == '}')
        path = path.substr(1, path.size() - 2);
    if (path.size() > 1 && path.front() == '.')
        path.remove_prefix(1);
    if (path.empty() || path.find_first_of("{}") != std::string_view::npos)
        return base::makeError(base::ErrorKind::BadInput,
                               "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'");
    std::string out = "{.";
    out += path;
    out += '}';
    return out;
}

} // namespace text
