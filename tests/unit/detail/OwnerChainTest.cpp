#include "models/detail/OwnerChain.h"
#include "models/base/ManualExecutor.h"
#include "models/text/Json.h"
#include "tests/support/FakeApi.h"

#include <QTest>

using detail::OwnerChain;
using detail::Reference;
using support::FakeApi;

namespace {

std::string owned(const std::string &name, const std::string &owner)
{
    return R"({"metadata":{"name":")" + name + R"(","namespace":"team-a")" + (owner.empty() ? "" : R"(,"ownerReferences":[)" + owner + "]") + "}}";
}

std::string owner(const std::string &apiVersion, const std::string &kind, const std::string &name, bool controls = true)
{
    return R"({"apiVersion":")" + apiVersion + R"(","kind":")" + kind + R"(","name":")" + name + R"(","controller":)" + (controls ? "true" : "false") + "}";
}

} // namespace

class OwnerChainTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void itClimbsUpToWhatNobodyOwns();
    void theControllerCountsBeforeOtherOwners();
    void theSameOwnerIsAskedForOnce();
    void anotherOwnerBeginsAnew();
    void ownersInACircleHaveAnEnd();
    void whatMayNotBeReadEndsTheChain();
    void theOwnersAboveAreTold();

private:
    void follow(const std::string &object)
    {
        m_chain->follow(*text::parseJson(object));
    }
    void answer(const std::string &body)
    {
        m_api.last().answer(body);
        settle();
    }
    void settle()
    {
        m_api.time.run();
        m_consumer.run();
    }
    QStringList names() const
    {
        QStringList all;
        for (const Reference &each : m_chain->owners())
            all << QString::fromStdString(each.kind + ' ' + each.name);
        return all;
    }

    FakeApi m_api;
    base::ManualExecutor m_consumer;
    int m_changes = 0;
    std::unique_ptr<OwnerChain> m_chain;
};

void OwnerChainTest::init()
{
    m_api.exchanges.clear();
    m_changes = 0;
    const auto types = [](const Reference &reference) -> std::optional<kube::ResourceType> {
        if (reference.kind == "Unknown")
            return std::nullopt;
        std::string resource = reference.kind + "s";
        resource[0] = char(std::tolower(resource[0]));
        return kube::ResourceType{reference.group, "v1", resource, {}, reference.kind, reference.kind != "Node", {"get"}, {}, {}, {}};
    };
    m_chain = std::make_unique<OwnerChain>(m_api, m_consumer, types, [this] { ++m_changes; });
}

void OwnerChainTest::itClimbsUpToWhatNobodyOwns()
{
    follow(owned("web-1-x", owner("apps/v1", "ReplicaSet", "web-1")));
    QCOMPARE(names(), QStringList{QStringLiteral("ReplicaSet web-1")});
    QCOMPARE(m_api.last().request.path, std::string("/apis/apps/v1/namespaces/team-a/replicaSets/web-1"));
    answer(owned("web-1", owner("apps/v1", "Deployment", "web")));
    QCOMPARE(names(), (QStringList{QStringLiteral("ReplicaSet web-1"), QStringLiteral("Deployment web")}));
    QCOMPARE(m_changes, 1);
    answer(owned("web", {}));
    QCOMPARE(names().size(), 2);
    QCOMPARE(m_api.count(), std::size_t(2));
}

void OwnerChainTest::theControllerCountsBeforeOtherOwners()
{
    follow(owned("a", owner("v1", "Unknown", "other", false) + "," + owner("apps/v1", "DaemonSet", "agents")));
    QCOMPARE(names(), QStringList{QStringLiteral("DaemonSet agents")});
}

void OwnerChainTest::theSameOwnerIsAskedForOnce()
{
    const std::string object = owned("web-1-x", owner("apps/v1", "ReplicaSet", "web-1"));
    follow(object);
    follow(object);
    QCOMPARE(m_api.count(), std::size_t(1));
    follow(owned("nobody", {}));
    QCOMPARE(names(), QStringList());
}

void OwnerChainTest::anotherOwnerBeginsAnew()
{
    follow(owned("a", owner("apps/v1", "ReplicaSet", "one")));
    auto &late = m_api.last();
    follow(owned("a", owner("apps/v1", "ReplicaSet", "two")));
    late.answer(owned("one", owner("apps/v1", "Deployment", "old")));
    settle();
    QCOMPARE(names(), QStringList{QStringLiteral("ReplicaSet two")});
}

void OwnerChainTest::ownersInACircleHaveAnEnd()
{
    follow(owned("a", owner("x/v1", "Loop", "b")));
    answer(owned("b", owner("x/v1", "Loop", "a")));
    answer(owned("a", owner("x/v1", "Loop", "b")));
    QCOMPARE(names(), (QStringList{QStringLiteral("Loop b"), QStringLiteral("Loop a")}));
    for (int i = 0; i < 20 && m_api.count() < 20; ++i) {
        if (!m_api.last().isLetGo())
            answer(owned("n", owner("x/v1", "Loop", "n" + std::to_string(i))));
    }
    QVERIFY(m_chain->owners().size() <= OwnerChain::Longest);
}

void OwnerChainTest::whatMayNotBeReadEndsTheChain()
{
    follow(owned("a", owner("apps/v1", "ReplicaSet", "hidden")));
    m_api.last().fail(base::ErrorKind::Forbidden);
    settle();
    QCOMPARE(names(), QStringList{QStringLiteral("ReplicaSet hidden")});
    follow(owned("b", owner("x/v1", "Unknown", "of no kind here")));
    QCOMPARE(m_api.count(), std::size_t(1));
}

void OwnerChainTest::theOwnersAboveAreTold()
{
    const auto object = *text::parseJson(R"({"kind":"Pod","apiVersion":"v1",)" + owned("web-1-x", owner("apps/v1", "ReplicaSet", "web-1")).substr(1));
    detail::Summary summary = detail::summarize(object);
    detail::addOwnersAbove(summary, {{"apps", "ReplicaSet", "team-a", "web-1"}, {"apps", "Deployment", "team-a", "web"}});
    const auto section = std::ranges::find_if(summary.sections, [](const detail::Section &each) { return each.title.words == "Belongs to"; });
    QVERIFY(section != summary.sections.end());
    QCOMPARE(section->rows.size(), std::size_t(2));
    QCOMPARE(section->rows[1].lines.size(), std::size_t(1));
    QCOMPARE(section->rows[1].lines[0][0].link->name, std::string("web"));
}

QTEST_APPLESS_MAIN(OwnerChainTest)
#include "OwnerChainTest.moc"
