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

constexpr double enough = 4.5; // WCAG 2.2, level AA, for text of any size

//! All items of a window, in the order in which they are painted.
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

//! Of the item within all that it lies in.
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

//! What an item hides of what lies below it: a colour, when it is one all over.
QColor groundOf(const QQuickItem *item)
{
    QColor color;
    if (item->inherits("QQuickRectangle"))
        color = item->property("color").value<QColor>();
    else if (item->objectName() == "map"_L1)
        color = item->property("paper").value<QColor>();
    return color.alpha() == 255 && opacityOf(item) == 1 ? color : QColor();
}

struct Finding {
    QString complaints;
    int texts = 0;
};

//! Every text that is seen, against what it stands on.
Finding lookOver(const RealWindow &window)
{
    QList<QQuickItem *> painted;
    appendPainted(window.window->contentItem(), painted);
    Finding finding;
    for (qsizetype i = 0; i < painted.size(); ++i) {
        const QQuickItem *text = painted[i];
        const bool isText = text->inherits("QQuickText") || text->inherits("QQuickTextInput");
        if (!isText || !isSeen(text) || text->property("text").toString().trimmed().isEmpty())
            continue;
        ++finding.texts;
        const QPointF at = text->mapToScene(text->boundingRect().center());
        QColor ground = window.window->color();
        for (qsizetype below = i - 1; below >= 0; --below) {
            const QQuickItem *item = painted[below];
            if (!isSeen(item) || !item->contains(item->mapFromScene(at)) || !groundOf(item).isValid())
                continue;
            ground = groundOf(item);
            break;
        }
        const auto color = text->property("color").value<QColor>();
        if (contrastOf(color, ground) < enough)
            finding.complaints += u"%1 \"%2\": %3 on %4 is %5\n"_s.arg(
                text->objectName(), text->property("text").toString().left(40), color.name(), ground.name(),
                QString::number(contrastOf(color, ground), 'f', 2));
    }
    return finding;
}

//! In a room with people who talk, or on the way to one.
struct Lived : RealWindow {
    explicit Lived(Appearance::Scheme scheme)
    {
        main.appearance().setScheme(scheme);
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
        main.chat().send(u"good evening to you too"_s);
        main.voice().setPersonMuted(numberedAddress(2).toLower(), true);
        window->grabWindow();
    }
    //! Into the popup that a button opens, and out of it.
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

//! Words can be read: each has at least 4.5 times the lightness of its ground, or the other way round.
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
    //! The Theme that this window goes by.
    static std::unique_ptr<QObject> themeIn(const RealWindow &window)
    {
        QQmlComponent component(qmlEngine(window.window));
        component.setData("import QtQml; import Islet.Ui; QtObject { property QtObject theme: Theme }", {});
        return std::unique_ptr<QObject>(component.create());
    }

private slots:
    void everyPairOfTheTheme_data() { addSchemes(); }
    void everyPairOfTheTheme()
    {
        QFETCH(const Scheme, scheme);
        const Lived lived(scheme);
        const auto holder = themeIn(lived);
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
            for (const QByteArray &words : pair.value()) {
                const auto ground = theme->property(pair.key().constData()).value<QColor>();
                const auto ink = theme->property(words.constData()).value<QColor>();
                QVERIFY2(ground.isValid() && ink.isValid(), words.constData());
                const double contrast = contrastOf(ground, ink);
                QVERIFY2(contrast >= enough,
                         qPrintable(u"%1 on %2: %3"_s.arg(QString::fromLatin1(words), QString::fromLatin1(pair.key()))
                                        .arg(contrast)));
            }
        }
    }

    void beforeARoom_data() { addSchemes(); }
    void beforeARoom()
    {
        QFETCH(const Scheme, scheme);
        Lived lived(scheme);
        lived.window->grabWindow();
        const Finding finding = lookOver(lived);
        QCOMPARE(finding.complaints, QString());
        QVERIFY(finding.texts > 12);
    }

    void whenSomethingIsWrong_data() { addSchemes(); }
    void whenSomethingIsWrong()
    {
        QFETCH(const Scheme, scheme);
        Lived lived(scheme);
        lived.main.entry().setPlainAllowed(true); // a notice
        lived.main.entry().enter(u"nonsense"_s);
        lived.main.chat().send(u"to nobody"_s);
        lived.window->grabWindow();
        QCOMPARE(lookOver(lived).complaints, QString());
    }

    void inARoom_data() { addSchemes(); }
    void inARoom()
    {
        QFETCH(const Scheme, scheme);
        Lived lived(scheme);
        lived.fill();
        const Finding finding = lookOver(lived);
        QCOMPARE(finding.complaints, QString());
        QVERIFY2(finding.texts > 30, qPrintable(QString::number(finding.texts)));
    }

    void inPopups_data() { addSchemes(); }
    void inPopups()
    {
        QFETCH(const Scheme, scheme);
        for (const QString &button :
             {u"placesButton"_s, u"handshakeButton"_s, u"soundButton"_s, u"meButton"_s, u"personCardButton"_s}) {
            Lived lived(scheme);
            lived.fill();
            const int before = lookOver(lived).texts;
            QVERIFY2(lived.open(button), qPrintable(button));
            lived.window->grabWindow();
            const Finding finding = lookOver(lived);
            QVERIFY2(finding.complaints.isEmpty(), qPrintable(button + u'\n' + finding.complaints));
            QVERIFY2(finding.texts > before, qPrintable(button));
        }
    }

    void inHints_data() { addSchemes(); }
    void inHints()
    {
        QFETCH(const Scheme, scheme);
        Lived lived(scheme);
        lived.window->grabWindow();
        const QPoint button = lived.placeOf(u"placesButton"_s).center().toPoint();
        QTest::mouseMove(lived.window, button + QPoint(0, 200));
        QTest::mouseMove(lived.window, button);
        const auto hint = [&lived] {
            const auto all = lived.items();
            return std::ranges::any_of(all, [](const QQuickItem *item) {
                return item->inherits("QQuickText") && item->isVisible() && item->property("text") == u"Places"_s;
            });
        };
        QVERIFY(waitUntil(hint));
        QCOMPARE(lookOver(lived).complaints, QString());
    }

    void buttonsSayAllOfTheirWords()
    {
        Lived lived(Appearance::Light);
        lived.main.entry().enter(u"nonsense"_s); // for the buttons of the card too
        lived.window->grabWindow();
        int buttons = 0;
        for (const QQuickItem *item : lived.items()) {
            if (!item->inherits("QQuickText") || !isSeen(item)
                || !item->parentItem()->parentItem()->property("iconName").isValid())
                continue;
            ++buttons;
            QVERIFY2(item->width() >= item->implicitWidth(), qPrintable(item->property("text").toString()));
        }
        QVERIFY2(buttons >= 6, qPrintable(QString::number(buttons)));
    }

    void allChangesAtOnce()
    {
        Lived lived(Appearance::Light);
        const QImage light = lived.window->grabWindow();
        lived.main.appearance().setScheme(Appearance::Dark);
        const QImage dark = lived.window->grabWindow();
        const auto lightness = [](const QImage &picture) {
            return picture.scaled(1, 1, {}, Qt::SmoothTransformation).pixelColor(0, 0).lightness();
        };
        QVERIFY(lightness(light) > 200);
        QVERIFY(lightness(dark) < 60);
        lived.main.appearance().setScheme(Appearance::Light);
        QCOMPARE(lived.window->grabWindow(), light);
    }

    void mistakesAreFound()
    {
        Lived lived(Appearance::Light);
        lived.window->grabWindow();
        lived.item(u"stateText"_s)->setProperty("color", QColor(0xcc, 0xcc, 0xcc));
        QVERIFY(lookOver(lived).complaints.contains(u"stateText"_s));
    }
};

ISLET_GUI_TEST(TestContrast);
#include "tst_contrast.moc"
