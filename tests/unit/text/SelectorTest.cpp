#include "models/text/Selector.h"

#include "tests/unit/text/Golden.h"

#include <map>

class SelectorTest : public QObject
{
    Q_OBJECT

    using Set = std::map<std::string, std::string, std::less<>>;

    /// The first golden row holds the sets that every selector was tried on.
    static std::vector<Set> sets(const char *name)
    {
        std::vector<Set> out;
        for (const QJsonValue &set : goldenRows(name).first()[QStringLiteral("sets")].toArray()) {
            const QJsonObject members = set.toObject();
            Set &labels = out.emplace_back();
            for (auto member = members.begin(); member != members.end(); ++member)
                labels[member.key().toStdString()] = textOf(member.value());
        }
        return out;
    }

    static text::SelectorLookup lookup(const Set &set)
    {
        return [&set](std::string_view key) -> std::optional<std::string_view> {
            const auto found = set.find(key);
            return found == set.end() ? std::nullopt : std::optional<std::string_view>(found->second);
        };
    }

    template<typename Selector>
    static void compare(const QJsonObject &row, const char *name)
    {
        if (!row.contains(QStringLiteral("text")))
            return;
        const auto selector = Selector::parse(textOf(row[QStringLiteral("text")]));
        const QJsonValue error = row[QStringLiteral("error")];
        QCOMPARE(selector ? std::string() : selector.error().message, textOf(error));
        QCOMPARE(selector.has_value(), error.isNull());
        if (!selector)
            return;
        QCOMPARE(selector->toString(), textOf(row[QStringLiteral("string")]));
        const QJsonArray matches = row[QStringLiteral("match")].toArray();
        const std::vector<Set> all = sets(name);
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(selector->matches(lookup(all[i])), matches[static_cast<qsizetype>(i)].toBool());
        QCOMPARE(Selector::parse(selector->toString()).value().toString(), selector->toString());
    }

private Q_SLOTS:
    void labelSelectorsReadAndMatchAsUpstream_data() { addGoldenRows("selector/labels.json"); }
    void labelSelectorsReadAndMatchAsUpstream()
    {
        QFETCH(QJsonObject, row);
        compare<text::LabelSelector>(row, "selector/labels.json");
    }

    void fieldSelectorsReadAndMatchAsUpstream_data() { addGoldenRows("selector/fields.json"); }
    void fieldSelectorsReadAndMatchAsUpstream()
    {
        QFETCH(QJsonObject, row);
        compare<text::FieldSelector>(row, "selector/fields.json");
    }

    void severalBadValuesAreAllNamed()
    {
        const auto selector = text::LabelSelector::parse("a in (-b,-c)");
        QVERIFY(!selector);
        QVERIFY(selector.error().message.starts_with("unable to parse requirement: [values[0][a]: Invalid value: \"-b\""));
        QVERIFY(selector.error().message.find(", values[1][a]: Invalid value: \"-c\"") != std::string::npos);
    }

    void theTermsOfAFieldSelectorAreKnown()
    {
        const auto selector = text::FieldSelector::parse("spec.nodeName!=n1,metadata.name=a\\,b").value();
        QCOMPARE(selector.terms().size(), std::size_t(2));
        QCOMPARE(selector.terms()[0].field, std::string("metadata.name"));
        QCOMPARE(selector.terms()[0].value, std::string("a,b"));
        QVERIFY(!selector.terms()[1].equal);
    }
};

QTEST_APPLESS_MAIN(SelectorTest)
#include "SelectorTest.moc"
