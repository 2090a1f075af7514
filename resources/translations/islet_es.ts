<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ChatDetails</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ChatFieldBox</name>
    <message>
        <source>Write to everybody in the room</source>
        <translation>Escribe a toda la sala</translation>
    </message>
</context>
<context>
    <name>ChatLine</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>aún sin enviar</translation>
    </message>
    <message>
        <source>perhaps not sent</source>
        <translation>quizá sin enviar</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>sin enviar</translation>
    </message>
</context>
<context>
    <name>ChatLinkCard</name>
    <message>
        <source>Open this in your browser?</source>
        <translation>¿Abrir esto en el navegador?</translation>
    </message>
    <message>
        <source>It leads to %1</source>
        <translation>Lleva a %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the address in the browser</source>
        <translation>Abrir la dirección en el navegador</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ChatLinks</name>
    <message>
        <source>Link to %1</source>
        <translation>Enlace a %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Nothing was said yet. Say hello.</source>
        <translation>Nadie ha dicho nada todavía. Saluda.</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 sin leer</translation>
    </message>
    <message>
        <source>To the newest line</source>
        <translation>A la última línea</translation>
    </message>
</context>
<context>
    <name>ChatMenu</name>
    <message>
        <source>Copy the line</source>
        <translation>Copiar la línea</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>Escribirla de nuevo</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Ver detalles</translation>
    </message>
    <message>
        <source>Stop ignoring this person</source>
        <translation>Dejar de ignorar a esta persona</translation>
    </message>
    <message>
        <source>Ignore this person</source>
        <translation>Ignorar a esta persona</translation>
    </message>
</context>
<context>
    <name>ChatNames</name>
    <message>
        <source>People who may be meant</source>
        <translation>A quién te puedes referir</translation>
    </message>
</context>
<context>
    <name>ChatPane</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find in the chat (Ctrl+F)</source>
        <translation>Buscar en el chat (Ctrl+F)</translation>
    </message>
    <message>
        <source>write (Enter)</source>
        <translation>escribe (Intro)</translation>
    </message>
    <message>
        <source>write; it is sent when the way is back</source>
        <translation>escribe; se enviará al volver la conexión</translation>
    </message>
    <message>
        <source>enter a room to write</source>
        <translation>entra en una sala para escribir</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
</context>
<context>
    <name>ChatSearchBar</name>
    <message>
        <source>Find in the chat</source>
        <translation>Buscar en el chat</translation>
    </message>
    <message>
        <source>find</source>
        <translation>buscar</translation>
    </message>
    <message>
        <source>The line before it that holds the words (Enter)</source>
        <translation>La línea anterior con esas palabras (Intro)</translation>
    </message>
    <message>
        <source>The line after it that holds the words (Shift+Enter)</source>
        <translation>La línea siguiente con esas palabras (Mayús+Intro)</translation>
    </message>
    <message>
        <source>End the search (Escape)</source>
        <translation>Terminar la búsqueda (Esc)</translation>
    </message>
</context>
<context>
    <name>ChatWords</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>Written %1</source>
        <translation>Escrito el %1</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>Recibido el %1</translation>
    </message>
    <message>
        <source>Sent, as they say, %1</source>
        <translation>Enviado, según dice, el %1</translation>
    </message>
    <message>
        <source>They do not say when it was sent.</source>
        <translation>No dice cuándo se envió.</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
</context>
<context>
    <name>ColorChoice</name>
    <message>
        <source>Colour %1 of 24</source>
        <translation>Color %1 de 24</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Stand in a Decentraland room with others.</source>
        <translation>Entra en una sala de Decentraland con más gente.</translation>
    </message>
    <message>
        <source>Where to go, such as name.dcl.eth, https://realm.example.org or ws-room:ws://127.0.0.1:5004/rooms/lobby; without it, the window asks. A link (dcl-comms:...) is given to the window that is open, and asks first.</source>
        <translation>Adónde ir, como nombre.dcl.eth, https://realm.example.org o ws-room:ws://127.0.0.1:5004/rooms/lobby; sin ello, la ventana pregunta. Un enlace (dcl-comms:...) va a la ventana abierta, y antes pregunta.</translation>
    </message>
    <message>
        <source>Save a picture of the window to this file as soon as people are seen, and end.</source>
        <translation>Guarda una imagen de la ventana en este archivo en cuanto se vea gente, y termina.</translation>
    </message>
    <message>
        <source>Enter the room inside this program at once.</source>
        <translation>Entra enseguida en la sala de este programa.</translation>
    </message>
</context>
<context>
    <name>ConnectBar</name>
    <message>
        <source>Address of the room</source>
        <translation>Dirección de la sala</translation>
    </message>
    <message>
        <source>name.dcl.eth, https://realm or ws-room:wss://host/rooms/name</source>
        <translation>nombre.dcl.eth, https://realm o ws-room:wss://servidor/rooms/nombre</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>How getting in went, step by step (Ctrl+H)</source>
        <translation>Cómo fue la entrada, paso a paso (Ctrl+H)</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Ajustes (Ctrl+,)</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>There is no sound: the sound server does not answer. Voice begins when it does.</source>
        <translation>No hay sonido: el servidor de sonido no responde. La voz empezará cuando lo haga.</translation>
    </message>
    <message>
        <source>There is no microphone. Plug one in to be heard.</source>
        <translation>No hay micrófono. Conecta uno para que te oigan.</translation>
    </message>
    <message>
        <source>There is no loudspeaker. Plug one in to hear the others.</source>
        <translation>No hay altavoz. Conecta uno para oír a los demás.</translation>
    </message>
    <message>
        <source>The microphone %1 cannot be opened. Allow Islet to use it, or choose another.</source>
        <translation>El micrófono %1 no se puede abrir. Permite que Islet lo use, o elige otro.</translation>
    </message>
    <message>
        <source>The loudspeaker %1 cannot be opened. Close what else uses it, or choose another.</source>
        <translation>El altavoz %1 no se puede abrir. Cierra lo que lo esté usando, o elige otro.</translation>
    </message>
    <message>
        <source>The microphone %1 does not answer. Plug it in again, or choose another.</source>
        <translation>El micrófono %1 no responde. Conéctalo de nuevo, o elige otro.</translation>
    </message>
    <message>
        <source>The loudspeaker %1 does not answer. Plug it in again, or choose another.</source>
        <translation>El altavoz %1 no responde. Conéctalo de nuevo, o elige otro.</translation>
    </message>
    <message>
        <source>The microphone %1 is silent. Is it switched off, or forbidden to Islet?</source>
        <translation>El micrófono %1 no da sonido. ¿Está apagado, o Islet no puede usarlo?</translation>
    </message>
    <message>
        <source>As the system chooses</source>
        <translation>El que elija el sistema</translation>
    </message>
    <message>
        <source>As the system chooses (%1)</source>
        <translation>El que elija el sistema (%1)</translation>
    </message>
</context>
<context>
    <name>EmoteChoices</name>
    <message>
        <source>Play an emote</source>
        <translation>Hacer un gesto</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Enter a room first: nobody would see it.</source>
        <translation>Entra antes en una sala: nadie lo vería.</translation>
    </message>
</context>
<context>
    <name>Emotes</name>
    <message>
        <source>Wave</source>
        <translation>Saludar</translation>
    </message>
    <message>
        <source>waves</source>
        <translation>saluda</translation>
    </message>
    <message>
        <source>Clap</source>
        <translation>Aplaudir</translation>
    </message>
    <message>
        <source>claps</source>
        <translation>aplaude</translation>
    </message>
    <message>
        <source>Raise a hand</source>
        <translation>Levantar la mano</translation>
    </message>
    <message>
        <source>raises a hand</source>
        <translation>levanta la mano</translation>
    </message>
    <message>
        <source>Shrug</source>
        <translation>Encogerse de hombros</translation>
    </message>
    <message>
        <source>shrugs</source>
        <translation>se encoge de hombros</translation>
    </message>
    <message>
        <source>Dance</source>
        <translation>Bailar</translation>
    </message>
    <message>
        <source>dances</source>
        <translation>baila</translation>
    </message>
    <message>
        <source>Pump a fist</source>
        <translation>Alzar el puño</translation>
    </message>
    <message>
        <source>pumps a fist</source>
        <translation>alza el puño</translation>
    </message>
    <message>
        <source>Blow a kiss</source>
        <translation>Lanzar un beso</translation>
    </message>
    <message>
        <source>blows a kiss</source>
        <translation>lanza un beso</translation>
    </message>
    <message>
        <source>Hands in the air</source>
        <translation>Manos arriba</translation>
    </message>
    <message>
        <source>puts their hands in the air</source>
        <translation>levanta las manos</translation>
    </message>
    <message>
        <source>throws money</source>
        <translation>lanza dinero</translation>
    </message>
    <message>
        <source>is blown away</source>
        <translation>alucina</translation>
    </message>
    <message>
        <source>cries</source>
        <translation>llora</translation>
    </message>
    <message>
        <source>dabs</source>
        <translation>hace un dab</translation>
    </message>
    <message>
        <source>dances disco</source>
        <translation>baila música disco</translation>
    </message>
    <message>
        <source>does not want to see it</source>
        <translation>no quiere verlo</translation>
    </message>
    <message>
        <source>dances the hammer</source>
        <translation>baila el hammer</translation>
    </message>
    <message>
        <source>laughs: ho ho ho</source>
        <translation>ríe: jo, jo, jo</translation>
    </message>
    <message>
        <source>dances the robot</source>
        <translation>baila el robot</translation>
    </message>
    <message>
        <source>lets it snow</source>
        <translation>hace que nieve</translation>
    </message>
    <message>
        <source>dances the tektonik</source>
        <translation>baila tecktonik</translation>
    </message>
    <message>
        <source>dances the tik</source>
        <translation>baila el tik</translation>
    </message>
    <message>
        <source>throws confetti</source>
        <translation>lanza confeti</translation>
    </message>
    <message>
        <source>plays “%1”</source>
        <translation>hace «%1»</translation>
    </message>
</context>
<context>
    <name>HandshakePopup</name>
    <message>
        <source>How getting in went</source>
        <translation>Cómo fue la entrada</translation>
    </message>
</context>
<context>
    <name>IdentityChoice</name>
    <message>
        <source>My identity</source>
        <translation>Mi identidad</translation>
    </message>
    <message>
        <source>Who I am; another one leaves the room</source>
        <translation>Quién soy; al cambiar se sale de la sala</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write a backup of this identity; whoever has it can be me</source>
        <translation>Guardar una copia de esta identidad; quien la tenga puede hacerse pasar por mí</translation>
    </message>
    <message>
        <source>Another identity</source>
        <translation>Otra identidad</translation>
    </message>
    <message>
        <source>Name of the new identity, for me alone</source>
        <translation>Nombre de la identidad nueva, solo para mí</translation>
    </message>
    <message>
        <source>a name for me alone</source>
        <translation>un nombre solo para mí</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Make a fresh key</source>
        <translation>Crear una clave nueva</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>A private key or an auth chain from a file</source>
        <translation>Una clave privada o una auth chain de un archivo</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Export the identity to a new file</source>
        <translation>Exportar la identidad a un archivo nuevo</translation>
    </message>
    <message>
        <source>Import an identity from a file</source>
        <translation>Importar una identidad de un archivo</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 - Islet</source>
        <translation>%1 - Islet</translation>
    </message>
    <message>
        <source>Islet</source>
        <translation>Islet</translation>
    </message>
    <message>
        <source>Unencrypted connections are allowed: everybody on the way can read and change what is said there.</source>
        <translation>Se permiten conexiones sin cifrar: cualquiera en el camino puede leer y cambiar lo que se dice ahí.</translation>
    </message>
    <message>
        <source>People and chat</source>
        <translation>Gente y chat</translation>
    </message>
    <message>
        <source>Show people and chat (F9)</source>
        <translation>Mostrar gente y chat (F9)</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Walk with W, A, S, D or the arrows, run with Shift, hold %1 to talk</source>
        <translation>Camina con W, A, S, D o las flechas, corre con Mayús, mantén %1 para hablar</translation>
    </message>
    <message numerus="yes">
        <source>; %n people are in view</source>
        <translation>
            <numerusform>; se ve a %n persona</numerusform>
            <numerusform>; se ve a %n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Acercar (+)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Alejar (-)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>See everybody (F)</source>
        <translation>Ver a todos (F)</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>Keep me in the middle (M)</source>
        <translation>Mantenerme en el centro (M)</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>NameChoice</name>
    <message>
        <source>My name</source>
        <translation>Mi nombre</translation>
    </message>
    <message>
        <source>The name that others see beside my address</source>
        <translation>El nombre que los demás ven junto a mi dirección</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Tell it to everybody in the room</source>
        <translation>Decírselo a toda la sala</translation>
    </message>
</context>
<context>
    <name>NoRoomCard</name>
    <message>
        <source>The connection was lost</source>
        <translation>Se perdió la conexión</translation>
    </message>
    <message>
        <source>You are not in the room</source>
        <translation>No estás en la sala</translation>
    </message>
    <message>
        <source>You are in no room</source>
        <translation>No estás en ninguna sala</translation>
    </message>
    <message>
        <source>Write the address of a room at the top, or enter the embedded one.</source>
        <translation>Escribe arriba la dirección de una sala, o entra en la integrada.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ya</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Embedded room</source>
        <translation>Sala integrada</translation>
    </message>
    <message>
        <source>Enter the room inside this program</source>
        <translation>Entrar en la sala de este programa</translation>
    </message>
    <message>
        <source>Places and realms</source>
        <translation>Lugares y realms</translation>
    </message>
    <message>
        <source>Where one has been, and the realms there are (Ctrl+O)</source>
        <translation>Dónde has estado y qué realms hay (Ctrl+O)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Every step of the way in</source>
        <translation>Cada paso de la entrada</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>I have read it</source>
        <translation>Ya lo he leído</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>A link leads to another room</source>
        <translation>Un enlace lleva a otra sala</translation>
    </message>
    <message>
        <source>Its server will see your network address and a signature as %1.</source>
        <translation>Su servidor verá tu dirección de red y una firma como %1.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarme</translation>
    </message>
</context>
<context>
    <name>PaletteList</name>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué quieres hacer?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nada se llama así.</translation>
    </message>
</context>
<context>
    <name>PeopleHeader</name>
    <message>
        <source>People %1</source>
        <translation>Gente %1</translation>
    </message>
    <message>
        <source>Find a name, an address, or a word such as muted or talking</source>
        <translation>Busca un nombre, una dirección o una palabra como silenciada o hablando</translation>
    </message>
    <message>
        <source>find</source>
        <translation>buscar</translation>
    </message>
    <message>
        <source>Order of the people</source>
        <translation>Orden de la gente</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>cerca</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>talking</source>
        <translation>hablando</translation>
    </message>
    <message>
        <source>Play an emote (Ctrl+E)</source>
        <translation>Hacer un gesto (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>People</source>
        <translation>Gente</translation>
    </message>
    <message>
        <source>Enter tells more, M mutes, I ignores, letters find</source>
        <translation>Intro dice más, M silencia, I ignora, las letras buscan</translation>
    </message>
    <message>
        <source>Nobody else is here.</source>
        <translation>No hay nadie más aquí.</translation>
    </message>
    <message>
        <source>Nobody is found.</source>
        <translation>No se encuentra a nadie.</translation>
    </message>
</context>
<context>
    <name>PeoplePane</name>
    <message>
        <source>You play: %1</source>
        <translation>Tu gesto: %1</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>About %1</source>
        <translation>Sobre %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the whole address</source>
        <translation>Copiar la dirección entera</translation>
    </message>
    <message>
        <source>Emote: %1</source>
        <translation>Gesto: %1</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>About this person, and their loudness (Enter)</source>
        <translation>Sobre esta persona y su volumen (Intro)</translation>
    </message>
</context>
<context>
    <name>PersonWishes</name>
    <message>
        <source>Loudness %1 %</source>
        <translation>Volumen %1 %</translation>
    </message>
    <message>
        <source>Loudness of this person</source>
        <translation>Volumen de esta persona</translation>
    </message>
    <message>
        <source>Do not hear this person</source>
        <translation>No oír a esta persona</translation>
    </message>
    <message>
        <source>Ignore this person: no voice, chat or emotes</source>
        <translation>Ignorar a esta persona: ni voz, ni chat, ni gestos</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Address of the room</source>
        <translation>Dirección de la sala</translation>
    </message>
    <message>
        <source>name.dcl.eth, https://realm or ws-room:wss://host/rooms/name</source>
        <translation>nombre.dcl.eth, https://realm o ws-room:wss://servidor/rooms/nombre</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Where you have been</source>
        <translation>Dónde has estado</translation>
    </message>
    <message>
        <source>Look for realms</source>
        <translation>Buscar realms</translation>
    </message>
    <message>
        <source>Ask which realms there are, and how many people are in each</source>
        <translation>Preguntar qué realms hay y cuánta gente hay en cada uno</translation>
    </message>
</context>
<context>
    <name>PlacesPopup</name>
    <message>
        <source>The embedded room</source>
        <translation>La sala integrada</translation>
    </message>
    <message>
        <source>Enter the room inside this program</source>
        <translation>Entrar en la sala de este programa</translation>
    </message>
    <message>
        <source>Look for realms</source>
        <translation>Buscar realms</translation>
    </message>
    <message>
        <source>Ask which realms there are, and how many people are in each</source>
        <translation>Preguntar qué realms hay y cuánta gente hay en cada uno</translation>
    </message>
    <message>
        <source>Allow unencrypted connections (ws://, http://)</source>
        <translation>Permitir conexiones sin cifrar (ws://, http://)</translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <extracomment>LTR, or RTL for a language that is written from right to left</extracomment>
        <translation>LTR</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <extracomment>a key</extracomment>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Shift</source>
        <extracomment>a key</extracomment>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Return</source>
        <extracomment>a key</extracomment>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>a key</extracomment>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>a key</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Home</source>
        <extracomment>a key</extracomment>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <extracomment>a key</extracomment>
        <translation>Fin</translation>
    </message>
</context>
<context>
    <name>SettingsFace</name>
    <message>
        <source>My colour</source>
        <translation>Mi color</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>Settings cannot be kept: %1 is no folder that can be written to.</source>
        <translation>Los ajustes no se pueden guardar: en la carpeta %1 no se puede escribir.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read, and none are kept until that file is gone.</source>
        <translation>Los ajustes de %1 no se pueden leer, y no se guardará ninguno mientras ese archivo siga ahí.</translation>
    </message>
    <message>
        <source>The settings could not be read and begin anew; the old ones are in %1.</source>
        <translation>Los ajustes no se pudieron leer y empiezan de cero; los anteriores están en %1.</translation>
    </message>
</context>
<context>
    <name>SettingsLook</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Everything that moves</source>
        <translation>Todo lo que se mueve</translation>
    </message>
    <message>
        <source>Only what has to</source>
        <translation>Solo lo imprescindible</translation>
    </message>
    <message>
        <source>Size of text: %1 %</source>
        <translation>Tamaño del texto: %1 %</translation>
    </message>
    <message>
        <source>Size of text, in percent</source>
        <translation>Tamaño del texto, en tanto por ciento</translation>
    </message>
</context>
<context>
    <name>SettingsPages</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
</context>
<context>
    <name>SettingsPlaces</name>
    <message>
        <source>The list of realms comes from</source>
        <translation>La lista de realms viene de</translation>
    </message>
    <message>
        <source>Address of a list of realms</source>
        <translation>Dirección de una lista de realms</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>The list that Decentraland keeps</source>
        <translation>La lista que mantiene Decentraland</translation>
    </message>
    <message>
        <source>Where I have been</source>
        <translation>Dónde he estado</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are kept, the latest first.</source>
        <translation>
            <numerusform>Se guarda %n lugar.</numerusform>
            <numerusform>Se guardan %n lugares, el último primero.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Olvidarlos</translation>
    </message>
    <message>
        <source>Forget where I have been</source>
        <translation>Olvidar dónde he estado</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Allow unencrypted connections (ws://, http://)</source>
        <translation>Permitir conexiones sin cifrar (ws://, http://)</translation>
    </message>
    <message>
        <source>Everybody on the way can then read and change what is said. On this machine they are always allowed.</source>
        <translation>Cualquiera en el camino puede entonces leer y cambiar lo que se dice. Dentro de este equipo siempre se permiten.</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>SheetGround</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
</context>
<context>
    <name>SideTabs</name>
    <message>
        <source>People or chat</source>
        <translation>Gente o chat</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Gente</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
</context>
<context>
    <name>SpeechBars</name>
    <message>
        <source>talking</source>
        <translation>hablando</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>I am %1: name, colour and identity</source>
        <translation>Soy %1: nombre, color e identidad</translation>
    </message>
    <message>
        <source>I am %1</source>
        <translation>Soy %1</translation>
    </message>
    <message>
        <source>parcel %1</source>
        <translation>parcela %1</translation>
    </message>
</context>
<context>
    <name>VoiceBar</name>
    <message>
        <source>Talking: press to stop</source>
        <translation>Hablas: pulsa para parar</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Hablas</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>Mantén para hablar</translation>
    </message>
    <message>
        <source>Hold to talk (%1); two short taps keep it on</source>
        <translation>Mantén para hablar (%1); dos toques cortos lo dejan abierto</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Lo que sale</translation>
    </message>
    <message>
        <source>You are muted: nobody hears you.</source>
        <translation>Estás en silencio: nadie te oye.</translation>
    </message>
    <message>
        <source>Nothing goes out: the way is blocked.</source>
        <translation>No sale nada: la conexión está atascada.</translation>
    </message>
    <message>
        <source>You hear yourself.</source>
        <translation>Te oyes a ti.</translation>
    </message>
    <message>
        <source>Your voice goes out.</source>
        <translation>Tu voz sale.</translation>
    </message>
    <message>
        <source>You hear nobody.</source>
        <translation>No oyes a nadie.</translation>
    </message>
    <message numerus="yes">
        <source>%n in earshot</source>
        <translation>
            <numerusform>%n persona te puede oír</numerusform>
            <numerusform>%n personas te pueden oír</numerusform>
        </translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>En silencio</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Mute my microphone (Ctrl+M)</source>
        <translation>Silenciar mi micrófono (Ctrl+M)</translation>
    </message>
    <message>
        <source>Deafened</source>
        <translation>Sin oír</translation>
    </message>
    <message>
        <source>Deafen</source>
        <translation>No oír</translation>
    </message>
    <message>
        <source>Hear nobody (Ctrl+D)</source>
        <translation>No oír a nadie (Ctrl+D)</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Check my sound</source>
        <translation>Probar mi sonido</translation>
    </message>
    <message>
        <source>Microphone, loudspeaker and keys</source>
        <translation>Micrófono, altavoz y teclas</translation>
    </message>
</context>
<context>
    <name>VoiceDevices</name>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Loudness of the microphone</source>
        <translation>Volumen del micrófono</translation>
    </message>
    <message>
        <source>Say something: the bar moves when the microphone works.</source>
        <translation>Di algo: la barra se mueve si el micrófono funciona.</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Play two notes</source>
        <translation>Tocar dos notas</translation>
    </message>
    <message>
        <source>Hear whether the loudspeaker works</source>
        <translation>Oír si el altavoz funciona</translation>
    </message>
    <message>
        <source>Hear myself</source>
        <translation>Oírme</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Hear what others would hear</source>
        <translation>Oír lo que oirían los demás</translation>
    </message>
    <message>
        <source>My voice goes the whole way and comes back to me, not into the room</source>
        <translation>Mi voz hace todo el camino y vuelve a mí, no a la sala</translation>
    </message>
    <message>
        <source>with %1 % of it lost</source>
        <translation>con un %1 % perdido</translation>
    </message>
    <message>
        <source>Lost packets, in percent</source>
        <translation>Paquetes perdidos, en tanto por ciento</translation>
    </message>
    <message>
        <source>and up to %1 ms late</source>
        <translation>y hasta %1 ms de retraso</translation>
    </message>
    <message>
        <source>Lateness of packets, in milliseconds</source>
        <translation>Retraso de los paquetes, en milisegundos</translation>
    </message>
</context>
<context>
    <name>VoiceHabits</name>
    <message>
        <source>To talk</source>
        <translation>Para hablar</translation>
    </message>
    <message>
        <source>Press the key (Esc: leave it)</source>
        <translation>Pulsa la tecla (Esc: dejarla como está)</translation>
    </message>
    <message>
        <source>hold %1</source>
        <translation>mantén %1</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Otra tecla</translation>
    </message>
    <message>
        <source>Choose the key that is held to talk</source>
        <translation>Elige la tecla que se mantiene para hablar</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>T and Space</source>
        <translation>T y Espacio</translation>
    </message>
    <message>
        <source>or just speak: the voice opens the microphone</source>
        <translation>o solo habla: la voz abre el micrófono</translation>
    </message>
    <message>
        <source>when it is %1 dB louder than the room</source>
        <translation>cuando supera en %1 dB a la habitación</translation>
    </message>
    <message>
        <source>How much louder than the room a voice must be, in decibels</source>
        <translation>Cuánto debe superar la voz a la habitación, en decibelios</translation>
    </message>
    <message>
        <source>My voice</source>
        <translation>Mi voz</translation>
    </message>
    <message>
        <source>Take out the echo of my loudspeaker</source>
        <translation>Quitar el eco de mi altavoz</translation>
    </message>
    <message>
        <source>Take out noise</source>
        <translation>Quitar el ruido</translation>
    </message>
    <message>
        <source>Even out loudness</source>
        <translation>Igualar el volumen</translation>
    </message>
    <message>
        <source>How distance is heard</source>
        <translation>Cómo se oye la distancia</translation>
    </message>
    <message>
        <source>Far: half as loud at twice the distance</source>
        <translation>Lejos: la mitad de fuerte al doble de distancia</translation>
    </message>
    <message>
        <source>Near: up to 16 m, and no further</source>
        <translation>Cerca: hasta 16 m y no más</translation>
    </message>
    <message>
        <source>Not at all: everybody alike</source>
        <translation>No se oye: todos igual</translation>
    </message>
</context>
<context>
    <name>WelcomeSteps</name>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién eres?</translation>
    </message>
    <message>
        <source>Can you be heard?</source>
        <translation>¿Se te oye?</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>¿Adónde?</translation>
    </message>
    <message>
        <source>Others see your name and your colour, and always the address %1, which nobody else can have.</source>
        <translation>Los demás ven tu nombre y tu color, y siempre la dirección %1, que nadie más puede tener.</translation>
    </message>
    <message>
        <source>Say something and watch the bar. You talk only while you hold %1.</source>
        <translation>Di algo y mira la barra. Solo hablas mientras mantienes %1.</translation>
    </message>
    <message>
        <source>A room shows who is near on a map. Walk with W, A, S and D; Ctrl+K finds everything else.</source>
        <translation>Una sala muestra en un mapa quién está cerca. Camina con W, A, S y D; Ctrl+K encuentra todo lo demás.</translation>
    </message>
    <message>
        <source>Step %1 of 3</source>
        <translation>Paso %1 de 3</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>El paso anterior</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Mirar primero</translation>
    </message>
    <message>
        <source>Leave this as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>Enter no room yet</source>
        <translation>No entrar aún en ninguna sala</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Enter the embedded room</source>
        <translation>Entrar en la sala integrada</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>El paso siguiente</translation>
    </message>
    <message>
        <source>Enter the room inside this program</source>
        <translation>Entrar en la sala de este programa</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Going</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>Write where to go</source>
        <translation>Escribir adónde ir</translation>
    </message>
    <message>
        <source>Places and realms</source>
        <translation>Lugares y realms</translation>
    </message>
    <message>
        <source>Enter the embedded room</source>
        <translation>Entrar en la sala integrada</translation>
    </message>
    <message>
        <source>Try again, now</source>
        <translation>Reintentar ya</translation>
    </message>
    <message>
        <source>Leave the room</source>
        <translation>Salir de la sala</translation>
    </message>
    <message>
        <source>How getting in went, step by step</source>
        <translation>Cómo fue la entrada, paso a paso</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Caminar</translation>
    </message>
    <message>
        <source>W, A, S, D or arrows; run with Shift</source>
        <translation>W, A, S, D o flechas; corre con Mayús</translation>
    </message>
    <message>
        <source>Give the keyboard to the map</source>
        <translation>Dar el teclado al mapa</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>See everybody</source>
        <translation>Ver a todos</translation>
    </message>
    <message>
        <source>Keep me in the middle, or not</source>
        <translation>Mantenerme en el centro, o no</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Hold to talk; two short taps keep it on</source>
        <translation>Mantener para hablar; dos toques cortos lo dejan abierto</translation>
    </message>
    <message>
        <source>Mute my microphone, or not</source>
        <translation>Silenciar mi micrófono, o no</translation>
    </message>
    <message>
        <source>Hear nobody, or everybody</source>
        <translation>No oír a nadie, u oír a todos</translation>
    </message>
    <message>
        <source>Chat and people</source>
        <translation>Chat y gente</translation>
    </message>
    <message>
        <source>Write to everybody</source>
        <translation>Escribir a todos</translation>
    </message>
    <message>
        <source>Find what was said</source>
        <translation>Buscar lo que se dijo</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>Buscar a alguien</translation>
    </message>
    <message>
        <source>Wave, dance, clap</source>
        <translation>Saludar, bailar, aplaudir</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Do anything by its name</source>
        <translation>Hacer cualquier cosa por su nombre</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Show or hide people and chat</source>
        <translation>Mostrar u ocultar gente y chat</translation>
    </message>
    <message>
        <source>Full screen, or not</source>
        <translation>Pantalla completa, o no</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Cerrar Islet</translation>
    </message>
</context>
<context>
    <name>islet::ChatDraft</name>
    <message>
        <source>Some explorers cut a line after %1 bytes: this one has %2.</source>
        <translation>Algunos exploradores cortan la línea tras %1 bytes: esta tiene %2.</translation>
    </message>
</context>
<context>
    <name>islet::ChatHistory</name>
    <message>
        <source>What was said before cannot be read. It was put aside as %1.</source>
        <translation>Lo que se dijo antes no se puede leer. Se apartó como %1.</translation>
    </message>
    <message>
        <source>Some of the chat could not be deleted. Look into the folder %1.</source>
        <translation>Parte del chat no se pudo borrar. Mira en la carpeta %1.</translation>
    </message>
</context>
<context>
    <name>islet::ChatModel</name>
    <message>
        <source>Me</source>
        <translation>Yo</translation>
    </message>
    <message>
        <source>You came into %1</source>
        <translation>Has entrado en %1</translation>
    </message>
</context>
<context>
    <name>islet::ChatSearch</name>
    <message>
        <source>nothing found</source>
        <translation>nada encontrado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2 or more</source>
        <translation>%1 de %2 o más</translation>
    </message>
</context>
<context>
    <name>islet::Command</name>
    <message>
        <source> or </source>
        <extracomment>between two shortcuts that do the same</extracomment>
        <translation> o </translation>
    </message>
</context>
<context>
    <name>islet::HandshakeLog</name>
    <message>
        <source>Realm asked</source>
        <translation>Realm preguntado</translation>
    </message>
    <message>
        <source>Realm answered</source>
        <translation>Realm respondió</translation>
    </message>
    <message>
        <source>Login asked</source>
        <translation>Acceso pedido</translation>
    </message>
    <message>
        <source>Login answered</source>
        <translation>Acceso respondido</translation>
    </message>
    <message>
        <source>Name found</source>
        <translation>Nombre hallado</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Address said</source>
        <translation>Dirección dicha</translation>
    </message>
    <message>
        <source>Challenged</source>
        <translation>Reto recibido</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firmado</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Island</source>
        <translation>Isla</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdida</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>islet::Language</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
</context>
<context>
    <name>islet::LinkQuestion</name>
    <message>
        <source>What stands before the @ is not whose page it is.</source>
        <translation>Lo que va antes de la @ no dice de quién es la página.</translation>
    </message>
    <message>
        <source>The name mixes letters of several alphabets, as forged ones do.</source>
        <translation>El nombre mezcla letras de varios alfabetos, como hacen los falsos.</translation>
    </message>
    <message>
        <source>The name has letters that may look like others.</source>
        <translation>El nombre tiene letras que pueden parecer otras.</translation>
    </message>
    <message>
        <source>It leads to a machine by number, maybe to your own.</source>
        <translation>Lleva a un equipo por su número, quizá al tuyo.</translation>
    </message>
    <message>
        <source>It is not encrypted: everybody on the way can read and change it.</source>
        <translation>No está cifrado: cualquiera en el camino puede leerlo y cambiarlo.</translation>
    </message>
</context>
<context>
    <name>islet::MapItem</name>
    <message>
        <source>island: joins at %1 m</source>
        <translation>isla: se une a %1 m</translation>
    </message>
    <message>
        <source>leaves at %1 m</source>
        <translation>se separa a %1 m</translation>
    </message>
    <message>
        <source>heard within %1 m</source>
        <translation>se oye hasta %1 m</translation>
    </message>
</context>
<context>
    <name>islet::MyIdentities</name>
    <message>
        <source>Kept nowhere: gone when the program ends.</source>
        <translation>No se guarda: desaparece al cerrar el programa.</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain.</source>
        <translation>Guardada en el llavero del sistema.</translation>
    </message>
    <message>
        <source>Kept in a file that only you may read.</source>
        <translation>Guardada en un archivo que solo tú puedes leer.</translation>
    </message>
    <message>
        <source>Renewed by itself.</source>
        <translation>Se renueva sola.</translation>
    </message>
    <message>
        <source>Good until %1.</source>
        <translation>Vale hasta el %1.</translation>
    </message>
    <message>
        <source>You are a guest until the program ends. %1</source>
        <translation>Eres una visita hasta que se cierre el programa. %1</translation>
    </message>
    <message>
        <source>Your key has expired: no room lets you in. Choose another identity, or import a new one.</source>
        <translation>Tu clave ha caducado: ninguna sala te deja entrar. Elige otra identidad, o importa una nueva.</translation>
    </message>
    <message>
        <source>Your key ends on %1, and cannot be renewed here. Import a new one before.</source>
        <translation>Tu clave caduca el %1 y no se puede renovar aquí. Importa antes una nueva.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>El archivo %1 no se puede leer: %2.</translation>
    </message>
</context>
<context>
    <name>islet::PeersModel</name>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>talking</source>
        <translation>hablando</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignorada</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>silenciada</translation>
    </message>
    <message>
        <source>silent for %1 s</source>
        <translation>sin señales desde hace %1 s</translation>
    </message>
    <message>
        <source>no profile</source>
        <translation>sin perfil</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>bot</translation>
    </message>
</context>
<context>
    <name>islet::PersonDetails</name>
    <message>
        <source>left %1 s ago</source>
        <translation>se fue hace %1 s</translation>
    </message>
    <message>
        <source>not in this room</source>
        <translation>no está en esta sala</translation>
    </message>
    <message>
        <source>heard just now</source>
        <translation>señales ahora mismo</translation>
    </message>
    <message>
        <source>heard %1 s ago</source>
        <translation>señales hace %1 s</translation>
    </message>
    <message>
        <source>%1 m away, %2</source>
        <translation>a %1 m, %2</translation>
    </message>
    <message>
        <source>%1 packets, %2 late, %3 twice, %4 ms made up, delay %5 of %6 ms, jitter %7 ms, %8 dB</source>
        <translation>%1 paquetes, %2 tarde, %3 repetidos, %4 ms rellenados, retardo %5 de %6 ms, jitter %7 ms, %8 dB</translation>
    </message>
    <message>
        <source>%1 ms there and back</source>
        <translation>%1 ms de ida y vuelta</translation>
    </message>
    <message>
        <source>The delay is not measured: too many people would have to answer.</source>
        <translation>El retardo no se mide: tendría que responder demasiada gente.</translation>
    </message>
    <message>
        <source>The delay is not known yet.</source>
        <translation>El retardo aún no se conoce.</translation>
    </message>
    <message>
        <source>Packets are being counted.</source>
        <translation>Se están contando los paquetes.</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 de posición</translation>
    </message>
    <message>
        <source>%1 voice</source>
        <translation>%1 de voz</translation>
    </message>
    <message>
        <source>%1 chat</source>
        <translation>%1 de chat</translation>
    </message>
    <message>
        <source>%1 profile</source>
        <translation>%1 de perfil</translation>
    </message>
    <message>
        <source>%1 other</source>
        <translation>%1 de otros</translation>
    </message>
    <message>
        <source>No packet in the last second.</source>
        <translation>Ningún paquete en el último segundo.</translation>
    </message>
    <message>
        <source>In the last second: %1</source>
        <translation>En el último segundo: %1</translation>
    </message>
    <message>
        <source>%1 s ago: %2</source>
        <translation>hace %1 s: %2</translation>
    </message>
</context>
<context>
    <name>islet::Picture</name>
    <message>
        <source>The picture cannot be written to %1.
</source>
        <translation>La imagen no se puede guardar en %1.
</translation>
    </message>
    <message>
        <source>Nobody was to be seen in the room; the picture %1 is of what was there.
</source>
        <translation>No se veía a nadie en la sala; la imagen %1 muestra lo que había.
</translation>
    </message>
</context>
<context>
    <name>islet::RealmList</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>The address of the list is none: write one such as %1.</source>
        <translation>La dirección de la lista no es válida: escribe una como %1.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Preguntando a %1…</translation>
    </message>
    <message>
        <source>There is no list of realms at %1 (HTTP %2).</source>
        <translation>No hay lista de realms en %1 (HTTP %2).</translation>
    </message>
    <message>
        <source>The list names no realm.</source>
        <translation>La lista no nombra ningún realm.</translation>
    </message>
</context>
<context>
    <name>islet::RoomEntry</name>
    <message>
        <source>in no room</source>
        <translation>en ninguna sala</translation>
    </message>
    <message>
        <source>in the room</source>
        <translation>en la sala</translation>
    </message>
    <message numerus="yes">
        <source>connection lost, trying again in %n s</source>
        <translation>
            <numerusform>conexión perdida, nuevo intento en %n s</numerusform>
            <numerusform>conexión perdida, nuevo intento en %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>asking the realm where to go</source>
        <translation>preguntando al realm adónde ir</translation>
    </message>
    <message>
        <source>asking to be let in</source>
        <translation>pidiendo entrar</translation>
    </message>
    <message>
        <source>connected, saying who I am</source>
        <translation>conectado, diciendo quién soy</translation>
    </message>
    <message>
        <source>signed, waiting to be let in</source>
        <translation>firmado, esperando para entrar</translation>
    </message>
    <message>
        <source>%1 in, %2 out a second</source>
        <translation>%1 de entrada y %2 de salida por segundo</translation>
    </message>
</context>
<context>
    <name>islet::VoiceController</name>
    <message>
        <source>It takes down, up or toggle.</source>
        <translation>Admite down, up o toggle.</translation>
    </message>
    <message>
        <source>Nobody would hear it: the window is in no room.</source>
        <translation>Nadie lo oiría: la ventana no está en ninguna sala.</translation>
    </message>
    <message>
        <source>Nobody hears it: the microphone is muted in the window.</source>
        <translation>Nadie lo oye: el micrófono está en silencio en la ventana.</translation>
    </message>
    <message>
        <source>Nobody hears it: %1</source>
        <translation>Nadie lo oye: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 ms deep, ran dry %n time(s)</source>
        <translation>
            <numerusform>%1 ms de reserva, se agotó %n vez</numerusform>
            <numerusform>%1 ms de reserva, se agotó %n veces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>islet::VoiceSettings</name>
    <message>
        <source> or </source>
        <comment>between the names of two keys</comment>
        <translation> o </translation>
    </message>
</context>
</TS>
