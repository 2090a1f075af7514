// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "protocol/placement.h"
#include "realwindow.h"
#include "tests/support/fakeroom.h"
#include "tests/support/testmain.h"
#include "tests/support/waiting.h"

#include <QQmlComponent>
#include <QQmlEngine>

#include <algorithm>

using namespace islet;
using namespace islet::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double minContrast = 4.5; // WCAG 2.2, level AA, for text of any size

//! Appends all items in paint order.
void appendPainted(QQuickItem *item, QList<QQuickItem *> &all)
{
    QList<QQuickItem *> children = item->childItems();
    std::ranges::stable_sort(children, {}, &QQuickItem::z);
    const auto front = std::ranges::find_if(children, [](const QQuickItem *child) { return child->z() >= 0; });
    for (auto child = children.begin(); child != front; ++child)
        appendPainted(*child, all);
    all.append(item);
    for (auto child = front; child != children.end(); ++child)
        appendPainted(*child, all);
}

//! The effective opacity, including that of all ancestors.
double opacityOf(const QQuickItem *item)
{
    double opacity = 1;
    for (; item; item = item->parentItem())
        opacity *= item->opacity();
    return opacity;
}

bool isSeen(const QQuickItem *item)
{
    return item->isVisible() && item->width() > 0 && item->height() > 0 && opacityOf(item) > 0;
}

//! The colour with which an item covers everything below it; invalid if it is not opaque.
QColor backgroundOf(const QQuickItem *item)
{
    QColor color;
    if (item->inherits("QQuickRectangle"))
        color = item->property("color").value<QColor>();
    else if (item->objectName() == "map"_L1)
        color = item->property("paper").value<QColor>();
    return color.alpha() == 255 && opacityOf(item) == 1 ? color : QColor();
}

struct ContrastReport {
    QString complaints;
    int texts = 0;
};

//! Checks every visible text against its background.
ContrastReport checkContrast(const RealWindow &window)
{
    QList<QQuickItem *> painted;
    appendPainted(window.window->contentItem(), painted);
    ContrastReport report;
    for (qsizetype i = 0; i < painted.size(); ++i) {
        const QQuickItem *text = painted[i];
        const bool isText = text->inherits("QQuickText") || text->inherits("QQuickTextInput");
        if (!isText || !isSeen(text) || text->property("text").toString().trimmed().isEmpty())
            continue;
        ++report.texts;
        const QPointF at = text->mapToScene(text->boundingRect().center());
        QColor background = window.window->color();
        for (qsizetype below = i - 1; below >= 0; --below) {
            const QQuickItem *item = painted[below];
            if (!isSeen(item) || !item->contains(item->mapFromScene(at)) || !backgroundOf(item).isValid())
                continue;
            background = backgroundOf(item);
            break;
        }
        const auto color = text->property("color").value<QColor>();
        if (contrastOf(color, background) < minContrast)
            report.complaints += u"%1 \"%2\": %3 on %4 is %5\n"_s.arg(
                text->objectName(), text->property("text").toString().left(40), color.name(), background.name(),
                QString::number(contrastOf(color, background), 'f', 2));
    }
    return report;
}

//! A window that can be filled with peers and chat.
struct LiveWindow : RealWindow {
    explicit LiveWindow(Appearance::Scheme scheme)
    {
        app.appearance()->setScheme(scheme);
        if (!show() || !QTest::qWaitForWindowActive(window))
            qFatal("no window");
    }
    void fill()
    {
        enterRoom();
        for (int n = 1; n <= 24; ++n) {
            emit room.peerJoined(numberedAddress(n));
            const Vec3 where{static_cast<float>(n), 0, 3};
            room.hear(numberedAddress(n), rfc4::positionOf({where, 0, {}}, 1));
        }
        room.hear(numberedAddress(1), rfc4::Chat{u"good evening"_s, 1});
        models.chat()->send(u"good evening to you too"_s);
        models.voice()->setPersonMuted(numberedAddress(2).toLower(), true);
        window->grabWindow();
    }
    //! Clicks a button and waits until a popup is fully opaque.
    bool open(const QString &button)
    {
        const auto isOpen = [this] {
            const auto all = items();
            return std::ranges::any_of(all, [](const QQuickItem *item) {
                return item->inherits("QQuickPopupItem") && item->isVisible() && item->opacity() == 1;
            });
        };
        click(button);
        return waitUntil(isOpen);
    }
};

using Scheme = Appearance::Scheme;

} // namespace

Q_DECLARE_METATYPE(Scheme)

//! Every text has a contrast ratio of at least 4.5 to its background.
class TestContrast : public QObject {
    Q_OBJECT

public:
    static void initMain() { RealWindow::prepare(); }

private:
    static void addSchemes()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Appearance::Light;
        QTest::newRow("dark") << Appearance::Dark;
        QTest::newRow("high contrast") << Appearance::HighContrast;
    }
    //! The Theme of this window.
    static std::unique_ptr<QObject> themeIn(const RealWindow &window)
    {
        QQmlComponent component(qmlEngine(window.window));
        component.setData("import QtQml; import Islet.Ui; QtObject { property QtObject theme: Theme }", {});
        return std::unique_ptr<QObject>(component.create());
    }

private slots:
    void themeColorsContrast_data() { addSchemes(); }
    void themeColorsContrast()
    {
        QFETCH(const Scheme, scheme);
        const LiveWindow live(scheme);
        const auto holder = themeIn(live);
        QVERIFY(holder);
        const auto *theme = holder->property("theme").value<QObject *>();
        const QHash<QByteArray, QList<QByteArray>> pairs{
            {"paper", {"ink", "quiet", "accent", "warn", "danger"}},
            {"raised", {"ink", "quiet", "accent", "warn", "danger"}},
            {"hover", {"ink", "quiet", "danger"}},
            {"grid", {"ink", "quiet"}},
            {"accent", {"accentInk"}},
            {"warn", {"warnInk"}},
        };
        for (auto pair = pairs.begin(); pair != pairs.end(); ++pair) {
            for (const QByteArray &inkName : pair.value()) {
                const auto background = theme->property(pair.key().constData()).value<QColor>();
                const auto ink = theme->property(inkName.constData()).value<QColor>();
                QVERIFY2(background.isValid() && ink.isValid(), inkName.constData());
                const double contrast = contrastOf(background, ink);
                QVERIFY2(contrast >= minContrast,
                         qPrintable(u"%1 on %2: %3"_s.arg(QString::fromLatin1(inkName), QString::fromLatin1(pair.key()))
                                        .arg(contrast)));
            }
        }
    }

    void contrastsOutsideRoom_data() { addSchemes(); }
    void contrastsOutsideRoom()
    {
        QFETCH(const Scheme, scheme);
        LiveWindow live(scheme);
        live.window->grabWindow();
        const ContrastReport report = checkContrast(live);
        QCOMPARE(report.complaints, QString());
        QVERIFY(report.texts > 12);
    }

    void contrastsWithProblems_data() { addSchemes(); }
    void contrastsWithProblems()
    {
        QFETCH(const Scheme, scheme);
        LiveWindow live(scheme);
        live.models.connection()->setPlainAllowed(true); // shows a notice
        live.models.connection()->enter(u"nonsense"_s);
        live.models.chat()->send(u"to nobody"_s);
        live.window->grabWindow();
        QCOMPARE(checkContrast(live).complaints, QString());
    }

    void contrastsInRoom_data() { addSchemes(); }
    void contrastsInRoom()
    {
        QFETCH(const Scheme, scheme);
        LiveWindow live(scheme);
        live.fill();
        const ContrastReport report = checkContrast(live);
        QCOMPARE(report.complaints, QString());
        QVERIFY2(report.texts > 30, qPrintable(QString::number(report.texts)));
    }

    void contrastsInPopups_data() { addSchemes(); }
    void contrastsInPopups()
    {
        QFETCH(const Scheme, scheme);
        for (const QString &button :
             {u"placesButton"_s, u"handshakeButton"_s, u"soundButton"_s, u"meButton"_s, u"personCardButton"_s}) {
            LiveWindow live(scheme);
            live.fill();
            const int before = checkContrast(live).texts;
            QVERIFY2(live.open(button), qPrintable(button));
            live.window->grabWindow();
            const ContrastReport report = checkContrast(live);
            QVERIFY2(report.complaints.isEmpty(), qPrintable(button + u'\n' + report.complaints));
            QVERIFY2(report.texts > before, qPrintable(button));
        }
    }

    void contrastsInTooltips_data() { addSchemes(); }
    void contrastsInTooltips()
    {
        QFETCH(const Scheme, scheme);
        LiveWindow live(scheme);
        live.window->grabWindow();
        const QPoint button = live.placeOf(u"placesButton"_s).center().toPoint();
        QTest::mouseMove(live.window, button + QPoint(0, 200));
        QTest::mouseMove(live.window, button);
        const auto hasTooltip = [&live] {
            const auto all = live.items();
            return std::ranges::any_of(all, [](const QQuickItem *item) {
                return item->inherits("QQuickText") && item->isVisible() && item->property("text") == u"Places"_s;
            });
        };
        QVERIFY(waitUntil(hasTooltip));
        QCOMPARE(checkContrast(live).complaints, QString());
    }

    void buttonsShowFullText()
    {
        LiveWindow live(Appearance::Light);
        live.models.connection()->enter(u"nonsense"_s); // also shows the buttons of the card
        live.window->grabWindow();
        int buttons = 0;
        for (const QQuickItem *item : live.items()) {
            if (!item->inherits("QQuickText") || !isSeen(item)
                || !item->parentItem()->parentItem()->property("iconName").isValid())
                continue;
            ++buttons;
            QVERIFY2(item->width() >= item->implicitWidth(), qPrintable(item->property("text").toString()));
        }
        QVERIFY2(buttons >= 6, qPrintable(QString::number(buttons)));
    }

    void changesSchemeAtOnce()
    {
        LiveWindow live(Appearance::Light);
        const QImage light = live.window->grabWindow();
        live.app.appearance()->setScheme(Appearance::Dark);
        const QImage dark = live.window->grabWindow();
        const auto lightness = [](const QImage &picture) {
            return picture.scaled(1, 1, {}, Qt::SmoothTransformation).pixelColor(0, 0).lightness();
        };
        QVERIFY(lightness(light) > 200);
        QVERIFY(lightness(dark) < 60);
        live.app.appearance()->setScheme(Appearance::Light);
        QCOMPARE(live.window->grabWindow(), light);
    }

    void findsLowContrast()
    {
        LiveWindow live(Appearance::Light);
        live.window->grabWindow();
        live.item(u"stateText"_s)->setProperty("color", QColor(0xcc, 0xcc, 0xcc));
        QVERIFY(checkContrast(live).complaints.contains(u"stateText"_s));
    }
};

ISLET_GUI_TEST(TestContrast);
#include "tst_contrast.moc"
