#include "widgets/rbac/DraftKeeping.h"

#include <algorithm>

namespace rbac {

using text::Value;

namespace {

bool maybeKept(const Draft &draft)
{
    if (draft.deletion)
        return true;
    const ReadDraft read = readDraft(draft.text);
    if (!read.problems.empty())
        return draft.text.find("rbac.authorization.k8s.io") != std::string::npos && draft.text.find("Secret") == std::string::npos;
    return std::ranges::all_of(read.objects, &DraftedObject::isAccess);
}

} // namespace

Value keptDrafts(const std::vector<Draft> &drafts, int current, std::size_t most)
{
    Value list = Value::list();
    std::size_t size = 0;
    std::int64_t kept = -1;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        size += drafts[i].text.size();
        if (size > most)
            break;
        if (!maybeKept(drafts[i]))
            continue;
        Value one = Value::map();
        one.set(drafts[i].deletion ? "delete" : "text", Value::string(drafts[i].deletion ? drafts[i].deletion->text() : drafts[i].text));
        if (static_cast<int>(i) <= current)
            kept = static_cast<std::int64_t>(list.items().size());
        list.items().push_back(std::move(one));
    }
    Value out = Value::map();
    out.set("drafts", std::move(list));
    out.set("current", Value::number(kept));
    return out;
}

KeptDrafts draftsOf(const Value &state)
{
    KeptDrafts out;
    for (const Value &one : state["drafts"].items()) {
        const auto deletion = ObjectRef::parse(one["delete"].text());
        if (deletion)
            out.drafts.push_back({{}, deletion});
        else if (const std::string &text = one["text"].text(); !text.empty() && text.size() <= LargestDraft)
            out.drafts.push_back({text});
    }
    const auto last = static_cast<std::int64_t>(out.drafts.size()) - 1;
    out.current = static_cast<int>(std::min(std::max<std::int64_t>(state["current"].asInteger(), 0), last));
    return out;
}

} // namespace rbac
