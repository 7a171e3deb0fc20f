#pragma once

#include "models/base/Result.h"
#include "models/rbac/Basis.h"
#include "models/rbac/Decision.h"
#include "models/rbac/Fix.h"
#include "models/rbac/NearMiss.h"
#include "models/rbac/WhoCan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rbac {

/// Who wants to do what, and what a person should know about how it was understood.
struct Question
{
    Identity identity;
    Request request;
    std::vector<Sentence> hints;
    bool isServed = true;           ///< else nothing is to be mended: no server asks about such a verb or resource
};

/// Whom a question means where it names nobody, and where; and who looks, whose groups are known.
struct Asker
{
    Identity identity;
    std::string namespaceName;
    std::optional<Identity> viewer = {};
};

/// Reads "can [WHO] VERB RESOURCE [NAME] [in NAMESPACE]", the words of kubectl auth can-i, or a refusal in the server's words. WHO is a
/// user name, an account of the asker's namespace, NAMESPACE/NAME of one, or a reference. Errors are misuse.
base::Result<Question> readQuestion(std::string_view text, const Asker &asker, const Basis &basis);

/// The answer with all that people ask next: through what, what comes nearest, and what would mend it, the least new power first.
struct Answer
{
    Question question;
    Decision decision;
    std::vector<Grant> grants;
    std::optional<ObjectRef> carrier;   ///< the one binding without which it would not be allowed
    std::vector<NearMiss> misses;       ///< of what is not allowed
    std::vector<Fix> fixes;
};

/// writer: who would apply what mends it; nothing: nobody knows. A pure function, any thread.
Answer answerTo(const Basis &basis, Question question, const std::optional<Identity> &writer = {});

/// Who may do something, as far as it is known.
struct Holders
{
    Request request;
    std::vector<Holder> holders;
    bool isComplete = true;     ///< nothing is hidden that could give it to others
    std::vector<Sentence> hints = {};
};

/// Whether a text asks "who can VERB RESOURCE [NAME] [in NAMESPACE]".
bool asksWho(std::string_view text);

/// Errors are misuse. A pure function, any thread.
base::Result<Holders> readWho(std::string_view text, const Asker &asker, const Basis &basis);

/// The references of the objects on the ways that allow it, each once.
std::vector<std::string> wayOf(const Answer &answer);

} // namespace rbac
