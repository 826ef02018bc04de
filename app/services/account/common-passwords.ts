/**
 * The words of which the most common long passwords are made (public leaked lists, French, Arabic transliterated and
 * English). Short ones are useless alone, since 15 characters are asked; what counts is that a password made of them
 * and of digits is refused.
 */
export const COMMON_PASSWORDS: readonly string[] = (
  'password passw0rd motdepasse mdp azerty azertyuiop qwerty qwertyuiop qwertz asdfgh asdfghjkl zxcvbn zxcvbnm ' +
  'iloveyou jetaime jtaime bonjour welcome bienvenue administrator administrateur admin root letmein monkey dragon ' +
  'football baseball soccer superman batman pokemon starwars princess princesse sunshine shadow master killer trustno1 ' +
  'whatever computer internet secret changeme default google facebook instagram samsung apple iphone microsoft windows ' +
  'abcdef abcdefgh abcd1234 abc123 qazwsx qweasd qwe123 login hello salut coucou soleil chouchou doudou loulou nicolas ' +
  'thomas julien marseille parisfrance casablanca rabat marrakech tanger agadir meknes fes oujda tetouan kenitra ' +
  'mohamed mohammed muhammad ahmed fatima hassan youssef khadija allah bismillah inchallah incha2allah salam marhaba ' +
  'maroc123 raja wydad barcelona realmadrid ronaldo messi michael jordan jessica ashley daniel charlie freedom ' +
  'correcthorsebatterystaple thisismypassword mypassword password123 motdepasse123 secret123 temporaire temporary ' +
  'welcome123 bienvenue123 entreprise ministere gouvernement service informatique direction royaume kingdom'
).split(' ')
