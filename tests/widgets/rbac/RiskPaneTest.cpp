#include "widgets/rbac/RiskPane.h"

#include "models/kube/BuiltinCatalog.h"
#include "tests/support/Korean.h"
#include "tests/unit/rbac/AccessSamples.h"
#include "widgets/base/PlainTable.h"
#include "widgets/base/Theme.h"
#include "widgets/graph/GraphView.h"
#include "widgets/rbac/AccessWords.h"
#include "widgets/rbac/AnswerWords.h"
#include "widgets/rbac/RiskTexts.h"
#include "widgets/rbac/RisksModel.h"
#include "widgets/rbac/Sentences.h"
#include "widgets/rbac/SeverityChips.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace rbac;
using samples::account;
using samples::binding;
using samples::role;

namespace {

/// An account that makes pods where a powerful account is.
std::shared_ptr<const Basis> sample()
{
    Inputs inputs = samples::inputs(role("Role", "kube-system/maker", "{verbs: [create], apiGroups: [''], resources: [pods]}") + role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}")
                                    + binding("kube-system/make", "Role/maker", account("shop", "front")) + binding("/root", "ClusterRole/all", account("kube-system", "boss") + ", " + samples::user("ann")));
    inputs.catalog = kube::builtinCatalog();
    inputs.serviceAccounts.push_back(std::make_shared<ServiceAccount>(ServiceAccount{{"kube-system", "boss"}, {}, {}, {}, {}, {}}));
    return std::make_shared<const Basis>(std::move(inputs));
}

RiskWish wishFor(const std::string &words)
{
    RiskWish wish;
    wish.words = words;
    wish.foldsDefaults = false;
    return wish;
}

struct Shown
{
    std::shared_ptr<const Basis> basis = sample();
    Risk risk;
    RiskPane pane{QStringLiteral("kubectl --context two")};

    Shown()
    {
        const RiskList list = listRisks(basis, wishFor("R24 front"));
        risk = list.risk(0);
        pane.resize(1100, 500);
        pane.show();
        pane.show(basis, risk, wayOf(*basis, risk, riskWords()));
    }
    void showAll() { pane.showEscalations(escalationsOf(*basis, risk, riskWords(), {})); }
    QAbstractButton *button(const QString &text)
    {
        const auto all = pane.findChildren<QAbstractButton *>();
        const auto found = std::ranges::find_if(all, [&](const QAbstractButton *each) { return each->text() == text && !each->isHidden(); });
        return found == all.end() ? nullptr : *found;
    }
};

} // namespace

/// What people see of a finding.
class RiskPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { base::Theme::instance().apply(base::ThemeChoice::Light); }

    void aFindingIsDrawnToldAndCut()
    {
        Shown shown;
        QVERIFY(shown.pane.graph().scene()->find("RoleBinding/kube-system/make") >= 0);
        QVERIFY(shown.pane.graph().scene()->find("ServiceAccount/shop/front") >= 0);
        QVERIFY(shown.pane.sentence().startsWith(QStringLiteral("ServiceAccount shop/front runs code as any account")));
        QVERIFY(shown.pane.sentence().contains(QStringLiteral("RoleBinding kube-system/make and rule 1 of Role kube-system/maker: create pods")));
        QCOMPARE(shown.pane.cut(), QStringLiteral("Without RoleBinding kube-system/make nothing is left of it."));
        QCOMPARE(shown.pane.commands(), QStringLiteral("kubectl --context two delete rolebinding make -n kube-system"));
        shown.button(QStringLiteral("Copy"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), shown.pane.commands());
    }

    void theWaysOnAreButtonsAndEachIsDrawn()
    {
        Shown shown;
        QVERIFY(!shown.button(QStringLiteral("To cluster-admin")));
        shown.showAll();
        QVERIFY(shown.button(QStringLiteral("This finding"))->isChecked());
        auto *cluster = shown.button(QStringLiteral("To cluster-admin"));
        QVERIFY(cluster);
        cluster->click();
        QVERIFY(shown.pane.graph().scene()->find("cluster-admin") >= 0);
        QVERIFY(shown.pane.sentence().contains(QStringLiteral("and reaches ServiceAccount kube-system/boss.")));
        QVERIFY(shown.pane.sentence().endsWith(QStringLiteral("and reaches cluster-admin.")));
        QVERIFY(shown.pane.cut().startsWith(QStringLiteral("Without ")) && shown.pane.cut().contains(QStringLiteral("no path is left")));
        QVERIFY(shown.button(QStringLiteral("To a node")));
    }

    void whatWasChosenStaysChosenWhenTheSameIsShownAgain()
    {
        Shown shown;
        shown.showAll();
        shown.button(QStringLiteral("To a node"))->click();
        shown.pane.show(shown.basis, shown.risk, wayOf(*shown.basis, shown.risk, riskWords()));
        shown.showAll();
        QVERIFY(shown.button(QStringLiteral("To a node"))->isChecked());
    }

    void aCutThatHarmsOthersSaysSo()
    {
        const auto basis = sample();
        const RiskList list = listRisks(basis, wishFor("R01 ann"));
        const RiskWay way = wayOf(*basis, list.risk(0), riskWords());
        QVERIFY(cutTextOf(way, basis->evaluator).contains(QStringLiteral("Other subjects that lose something with it: 1.")));
    }

    void whatTheMastersMayIsCutByNothing()
    {
        Inputs inputs = samples::inputs(role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}") + binding("/root", "ClusterRole/all", samples::group("system:masters")));
        inputs.catalog = kube::builtinCatalog();
        const auto basis = std::make_shared<const Basis>(std::move(inputs));
        const Risk risk = listRisks(basis, wishFor("R01 masters")).risk(0);
        RiskPane pane(QStringLiteral("kubectl"));
        pane.show();
        pane.show(basis, risk, wayOf(*basis, risk, riskWords()));
        pane.showEscalations(escalationsOf(*basis, risk, riskWords(), {}));
        QVERIFY(pane.ways().size() > 1);
        for (std::size_t way = 0; way < pane.ways().size(); ++way) {
            pane.choose(way);
            QVERIFY2(pane.cut().startsWith(QStringLiteral("Nothing can cut what group system:masters may")), qPrintable(pane.cut()));
            QCOMPARE(pane.commands(), QString());
        }
    }

    void answersAndGraphsSayWhyTheMastersMay()
    {
        const auto basis = std::make_shared<const Basis>(samples::inputs(role("ClusterRole", "/all", "{verbs: ['*'], apiGroups: ['*'], resources: ['*']}") + binding("/root", "ClusterRole/all", samples::group("system:masters"))));
        const QString why = QStringLiteral("Because of group system:masters the server asks no authorizer");
        for (const auto &[who, isMaster] : {std::pair(Identity{"ann", {"system:masters"}, {}}, true), std::pair(Identity{"bob", {"system:authenticated"}, {}}, false)}) {
            const Answer answer = answerTo(*basis, {who, {"list", {}, "secrets", {}, {}, "shop", {}}, {}});
            QCOMPARE(explanationOf(answer).contains(why), isMaster);
            const AccessPicture picture = pictureOf(basis, {{who}, false, drawingWords()});
            const GraphNode *box = picture.node(picture.boxesOf({who.ref().text()}).front());
            QVERIFY(box);
            QCOMPARE(sentenceOf(picture, *box).contains(why), isMaster);
        }
    }

    void objectsOfTheDrawingAreOpened()
    {
        Shown shown;
        QSignalSpy opened(&shown.pane, &RiskPane::openRequested);
        shown.pane.graph().setCurrent({shown.pane.graph().scene()->find("Role/kube-system/maker")});
        shown.button(QStringLiteral("Open"))->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().value<base::Address>().toString(), QStringLiteral("roles.rbac.authorization.k8s.io/kube-system/maker"));
        shown.button(QStringLiteral("Its access"))->click();
        QCOMPARE(opened.back().front().value<base::Address>().toString(), QStringLiteral("serviceaccounts/shop/front#access"));
    }

    void theTableTellsEveryFindingInWords()
    {
        const auto basis = sample();
        RisksModel model;
        model.show(std::make_shared<const RiskList>(listRisks(basis, {})));
        QVERIFY(model.rowCount() > 0);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("✕ critical"));
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < RisksModel::ColumnCount; ++column)
                QVERIFY(!model.index(row, column).data(Qt::AccessibleTextRole).toString().isEmpty());
        model.setOrder(RiskPart::Who, true);
        QCOMPARE(model.headerData(int(RiskPart::Who), Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Who ▾"));
    }

    void chipsCountAndFilter()
    {
        SeverityChips chips;
        chips.show({3, 0, 7, 0, 0});
        const auto all = chips.findChildren<QToolButton *>();
        QVERIFY(!all[0]->isHidden() && all[1]->isHidden() && !all[2]->isHidden());
        QCOMPARE(all[0]->text(), QStringLiteral("✕ 3 critical"));
        QSignalSpy changed(&chips, &SeverityChips::chosenChanged);
        all[2]->click();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(chips.chosen().to_ulong(), 1UL << 2);
        chips.show({3, 0, 0, 0, 0});
        QVERIFY(!all[2]->isHidden());       // what is chosen can be let go
    }

    void inKoreanEverythingIsKorean()
    {
        support::Korean korean;
        QCoreApplication::installTranslator(&korean);
        const auto hasHangul = [](const QString &text) { return std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Hangul; }); };
        Shown shown;
        shown.showAll();
        for (std::size_t way = 0; way < shown.pane.ways().size(); ++way) {
            shown.pane.choose(way);
            for (const QString &text : {shown.pane.sentence(), shown.pane.cut()})
                QVERIFY2(hasHangul(text), qPrintable(text));
        }
        for (const RiskRule &rule : riskRules())
            QVERIFY2(hasHangul(attackOf(rule.id)), rule.id.data());
        for (std::size_t i = 0; i < SeverityCount; ++i)
            QVERIFY(hasHangul(wordOf(static_cast<Severity>(i))));
        QCoreApplication::removeTranslator(&korean);
    }
};

QTEST_MAIN(RiskPaneTest)
#include "RiskPaneTest.moc"
