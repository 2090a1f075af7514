// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "sim/simulatoroptions.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace islet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSimulatorOptions : public QObject {
    Q_OBJECT

private slots:
    void parsesValidOptions_data();
    void parsesValidOptions();
    void rejectsInvalidOptions_data();
    void rejectsInvalidOptions();
    void reachGrowsWithPeers();
};

using Walk = SimulatorOptions::Walk;

void TestSimulatorOptions::parsesValidOptions_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::addColumn<SimulatorOptions>("options");
    QTest::newRow("none") << QString() << SimulatorOptions{};
    QTest::newRow("a name") << u"n"_s << SimulatorOptions{};
    QTest::newRow("a bare question mark") << u"?"_s << SimulatorOptions{};
    QTest::newRow("the defaults")
        << u"?peers=25&seed=1&speed=1.5&walk=wander&chat=12&talk=0&loss=0&latency=0&jitter=0&churn=0"_s
        << SimulatorOptions{};
    QTest::newRow("a name before") << u"crowd?peers=3"_s << SimulatorOptions{.peers = 3};
    QTest::newRow("least") << u"?peers=0&seed=0&speed=0&spread=1&chat=0&talk=0&loss=0&latency=0&jitter=0&churn=0"_s
                           << SimulatorOptions{.peers = 0, .seed = 0, .speed = 0, .spread = 1.F, .chat = 0};
    QTest::newRow("most") << u"?peers=10000&seed=4294967295&speed=20&spread=5000&chat=600&talk=32&loss=1&latency=5000"
                             "&jitter=2000&churn=600"_s
                          << SimulatorOptions{.peers = 10'000,
                                              .seed = 4'294'967'295,
                                              .loss = 1,
                                              .speed = 20,
                                              .spread = 5'000.F,
                                              .chat = 600,
                                              .talk = 32,
                                              .latency = 5s,
                                              .jitter = 2s,
                                              .churn = 600};
    QTest::newRow("in any order") << u"?loss=0.05&seed=7&peers=3"_s
                                  << SimulatorOptions{.peers = 3, .seed = 7, .loss = 0.05};
    QTest::newRow("circle") << u"?walk=circle"_s << SimulatorOptions{.walk = Walk::Circle};
    QTest::newRow("crowd") << u"?walk=crowd&spread=12.5"_s << SimulatorOptions{.spread = 12.5F, .walk = Walk::Crowd};
}

void TestSimulatorOptions::parsesValidOptions()
{
    QFETCH(const QString, parameters);
    QFETCH(const SimulatorOptions, options);
    const auto parsed = SimulatorOptions::parse(parameters);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    QVERIFY(*parsed == options);
}

void TestSimulatorOptions::rejectsInvalidOptions_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::addColumn<QStringList>("expectedTexts"); // option, value as shown, allowed values
    const auto addRow = [](const char *row, const QString &parameters, const QStringList &expectedTexts) {
        QTest::newRow(row) << parameters << expectedTexts;
    };
    const auto peersRange = u"a whole number from 0 to 10000"_s;
    addRow("not a number", u"?peers=many"_s, {u"peers"_s, u"“many”"_s, peersRange});
    addRow("empty", u"?peers="_s, {u"peers"_s, u"“”"_s, peersRange});
    addRow("without value", u"?peers"_s, {u"peers"_s, u"“”"_s, peersRange});
    addRow("negative", u"?peers=-1"_s, {u"peers"_s, u"“-1”"_s, peersRange});
    addRow("too many", u"?peers=10001"_s, {u"peers"_s, u"“10001”"_s, peersRange});
    addRow("half a peer", u"?peers=1.5"_s, {u"peers"_s, u"“1.5”"_s, peersRange});
    addRow("exceeds int", u"?peers=99999999999999"_s, {u"peers"_s, u"“99999999999999”"_s, peersRange});
    addRow("exceeds all integers", u"?peers="_s + QString(60, u'9'), {u"peers"_s, QString(60, u'9'), peersRange});
    addRow("percent signs", u"?peers=%251%252"_s, {u"peers"_s, u"“%"_s, peersRange});
    addRow("broken percent sign", u"?peers=%3"_s, {u"peers"_s, peersRange});
    addRow("negative seed", u"?seed=-1"_s, {u"seed"_s, u"“-1”"_s, u"a whole number from 0 to 4294967295"_s});
    addRow("large seed", u"?seed=4294967296"_s, {u"seed"_s, u"“4294967296”"_s, u"4294967295"_s});
    addRow("seed not a number", u"?seed=lucky"_s, {u"seed"_s, u"“lucky”"_s});
    addRow("too fast", u"?speed=20.1"_s, {u"speed"_s, u"“20.1”"_s, u"a number from 0 to 20 metres a second"_s});
    addRow("backwards", u"?speed=-1"_s, {u"speed"_s, u"“-1”"_s});
    addRow("zero spread", u"?spread=0"_s, {u"spread"_s, u"“0”"_s, u"a number from 1 to 5000 metres"_s});
    addRow("spread too far", u"?spread=5001"_s, {u"spread"_s, u"“5001”"_s});
    addRow("another walk", u"?walk=dance"_s, {u"walk"_s, u"“dance”"_s, u"circle, wander or crowd"_s});
    addRow("walk in capitals", u"?walk=Crowd"_s, {u"walk"_s, u"“Crowd”"_s});
    addRow("much chat", u"?chat=601"_s, {u"chat"_s, u"“601”"_s, u"a whole number from 0 to 600 lines a minute"_s});
    addRow("too many talkers", u"?talk=33"_s, {u"talk"_s, u"“33”"_s, u"a whole number from 0 to 32 people at once"_s});
    addRow("loss above 1", u"?loss=1.01"_s, {u"loss"_s, u"“1.01”"_s, u"a number from 0 to 1"_s});
    addRow("negative loss", u"?loss=-0.1"_s, {u"loss"_s, u"“-0.1”"_s});
    addRow("loss NaN", u"?loss=nan"_s, {u"loss"_s, u"“nan”"_s});
    addRow("loss infinite", u"?loss=inf"_s, {u"loss"_s, u"“inf”"_s});
    addRow("high latency", u"?latency=5001"_s,
           {u"latency"_s, u"“5001”"_s, u"a whole number from 0 to 5000 milliseconds"_s});
    addRow("latency with a unit", u"?latency=80ms"_s, {u"latency"_s, u"“80ms”"_s});
    addRow("much jitter", u"?jitter=2001"_s, {u"jitter"_s, u"“2001”"_s, u"from 0 to 2000 milliseconds"_s});
    addRow("much churn", u"?churn=601"_s, {u"churn"_s, u"“601”"_s, u"from 0 to 600 times a minute"_s});
    addRow("second option invalid", u"?peers=3&loss=x"_s, {u"loss"_s, u"“x”"_s});
    addRow("unknown", u"?peers=3&colour=red"_s, {u"“colour”"_s, u"churn"_s});
    addRow("unknown because of its case", u"?Peers=3"_s, {u"“Peers”"_s});
    addRow("twice", u"?peers=3&seed=1&peers=3"_s, {u"“peers”"_s, u"twice"_s});
    addRow("walk twice", u"?walk=crowd&walk=circle"_s, {u"“walk”"_s, u"twice"_s});
}

void TestSimulatorOptions::rejectsInvalidOptions()
{
    QFETCH(const QString, parameters);
    QFETCH(const QStringList, expectedTexts);
    const auto parsed = SimulatorOptions::parse(parameters);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidConnectionString);
    const QString detail = parsed.error().detail;
    for (const QString &text : expectedTexts)
        QVERIFY2(detail.contains(text), qPrintable(detail));
    static const QRegularExpression middle(u"[.!?] \\p{Lu}|\\n"_s);
    QVERIFY2(detail.endsWith(u'.') && detail.size() < 300 && !detail.contains(middle), qPrintable(detail));
}

void TestSimulatorOptions::reachGrowsWithPeers()
{
    QVERIFY(SimulatorOptions{.peers = 10'000}.reach() > SimulatorOptions{.peers = 25}.reach());
    QCOMPARE((SimulatorOptions{.peers = 10'000, .spread = 30.F}.reach()), 30.F);
}

ISLET_TEST(TestSimulatorOptions);
#include "tst_simulatoroptions.moc"
