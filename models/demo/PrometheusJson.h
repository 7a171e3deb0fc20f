#pragma once

#include "models/demo/Http.h"
#include "models/demo/PromqlEvaluator.h"

#include <string>
#include <string_view>

namespace demo {

/// Answers in the shape of the Prometheus HTTP API; data is JSON.
HttpAnswer prometheusSuccess(const std::string &data);
/// kind: bad_data, execution, not_found.
HttpAnswer prometheusError(int code, std::string_view kind, std::string_view message);

std::string jsonOf(std::string_view text);
std::string jsonOf(const SeriesLabels &labels);
/// A list of texts.
template<typename Texts>
std::string jsonList(const Texts &texts)
{
    std::string out = "[";
    for (const std::string &text : texts)
        out += (out.size() > 1 ? "," : "") + jsonOf(text);
    return out + ']';
}

/// "data" of an instant query.
std::string jsonOf(const PromqlValue &value, std::int64_t time);
/// "data" of a range.
std::string jsonOf(const PromqlMatrix &matrix);
/// As Prometheus writes numbers: never with an exponent.
std::string numberText(double value);

} // namespace demo
