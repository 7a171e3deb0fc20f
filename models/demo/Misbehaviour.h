#pragma once

#include "models/demo/Http.h"

#include <chrono>
#include <random>
#include <string>
#include <vector>

namespace demo {

/// One way in which the server is to be wrong, and for which requests.
struct Misbehaviour
{
    enum class Act {
        Drop,            ///< closes the connection instead of an answer, and streams that are open
        Refuse,          ///< answers with `code`, a Status of that code and `headers`
        Html,            ///< 200 with a page instead of JSON, as a proxy's login does
        ExpireWatch,     ///< a watch gets an ERROR event with code 410 and ends
        Silence,         ///< takes the request and never answers; an open watch says nothing any more
        Delay,           ///< answers `delay` later
        Slow,            ///< at most `bytes` in a second
        Cut,             ///< closes the connection after `bytes` of what follows the headers
        HalfLines,       ///< writes of a stream end in the middle of a line; the rest comes `delay` later
        NoBookmarks,     ///< leaves every BOOKMARK out, also the one that ends initial events
        WrongVersion,    ///< resourceVersions of lists and events are the one text "lie-1"
        UnknownObject,   ///< every event is preceded by a DELETED of an object that never was
        DuplicateAdded,  ///< every ADDED comes twice
    };

    Act act = Act::Drop;
    std::string path = "*"; ///< of requests; * stands for any text. After a ?, words the query must hold: "/api/v1/pods?watch=1"
    int code = 503;
    std::vector<Header> headers{};
    std::chrono::milliseconds delay{0};
    std::size_t bytes = 0;
    int times = -1;                     ///< how often it happens; below zero: always
    int percent = 100;                  ///< of the fitting requests

    bool fits(const HttpRequest &request) const;
};

/// Refusals with Retry-After as servers send them: 429 and 503.
Misbehaviour throttled(std::string path, std::string retryAfter);
Misbehaviour refused(std::string path, int code);

/// The misbehaviours in force; one thread.
class Misbehaviours
{
public:
    explicit Misbehaviours(std::uint32_t seed = 1) : m_random(seed) { }

    void set(std::vector<Misbehaviour> all) { m_all = std::move(all); }

    /// The acts that this request, or what is said on its stream now, suffers; each counts as having happened once.
    std::vector<Misbehaviour> take(const HttpRequest &request, bool onStream);

private:
    std::vector<Misbehaviour> m_all;
    std::mt19937 m_random;
};

/// The lines of a stream as these misbehaviours tell them.
std::vector<std::string> told(std::vector<std::string> lines, const std::vector<Misbehaviour> &lies);
/// The same for a whole answer.
std::string toldWhole(std::string body, const std::vector<Misbehaviour> &lies);

const Misbehaviour *findAct(const std::vector<Misbehaviour> &all, Misbehaviour::Act act);

} // namespace demo
